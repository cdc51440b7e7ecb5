use base64::{Engine, prelude::BASE64_STANDARD};
use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::rules::handed;

fn leaves(size: u64) -> Vec<Digest> {
    (0..size).map(|i| leaf(&i.to_be_bytes())).collect()
}

/// The root as RFC 6962 §2.1 defines it, word for word.
fn defined(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::of(&[]),
        [leaf] => *leaf,
        _ => {
            let mut k = 1;
            while k * 2 < leaves.len() {
                k *= 2;
            }
            pair(&defined(&leaves[..k]), &defined(&leaves[k..]))
        }
    }
}

#[test]
fn trees_and_frontiers_have_the_root_that_is_defined() {
    for size in 0..70 {
        let leaves = leaves(size);
        let root = defined(&leaves);
        assert_eq!(super::root(leaves.iter().copied()), root, "{size}");
        assert_eq!(Tree::grow(leaves).root(), root, "{size}");
    }
}

#[test]
fn every_proof_of_every_small_tree_holds_and_no_other_place_passes() {
    for size in 1..=33 {
        let leaves = leaves(size);
        let tree = Tree::grow(leaves.clone());
        let paths: Vec<_> = (0..size).map(|index| tree.inclusion(index).unwrap()).collect();
        assert!(all_included(&leaves, &paths, &tree.root()));
        for (leaf, (index, path)) in leaves.iter().zip((0..).zip(&paths)) {
            for other in 0..size + 2 {
                let holds = included(*leaf, other, size, path, &tree.root());
                assert_eq!(holds, other == index, "{index} as {other} of {size}");
            }
        }
        assert_eq!(tree.inclusion(size), None);
    }
}

#[test]
fn every_small_tree_begins_with_every_smaller_one() {
    for size in 1..=33 {
        let all = leaves(size);
        let tree = Tree::grow(all.clone());
        for first in 1..=size {
            let (begin, rest) = all.split_at(usize::try_from(first).unwrap());
            let mut frontier = Frontier::default();
            begin.iter().for_each(|leaf| frontier.push(*leaf));
            let path = tree.consistency(first).unwrap();
            assert!(consistent(first, &frontier.root(), size, &tree.root(), &path));
            let (longer, proof) = frontier.extended(rest).unwrap();
            assert_eq!((proof, longer.root()), (path, tree.root()), "{first} of {size}");
        }
        assert_eq!(tree.consistency(0), None);
        assert_eq!(tree.consistency(size + 1), None);
    }
}

proptest! {
    #[test]
    fn any_changed_byte_shows_in_an_inclusion(
        size in 2_u64..300, at: u64, step: usize, byte in 0_usize..32, bit in 0_u32..8,
    ) {
        let index = at % size;
        let tree = Tree::grow(leaves(size));
        let own = leaves(size)[usize::try_from(index).unwrap()];
        let mut path = tree.inclusion(index).unwrap();
        prop_assert!(included(own, index, size, &path, &tree.root()));
        prop_assert!(!included(changed(own, byte, bit), index, size, &path, &tree.root()));
        prop_assert!(!included(own, index, size, &path, &changed(tree.root(), byte, bit)));
        let step = step % path.len();
        path[step] = changed(path[step], byte, bit);
        prop_assert!(!included(own, index, size, &path, &tree.root()));
        path.remove(step);
        prop_assert!(!included(own, index, size, &path, &tree.root()));
    }

    #[test]
    fn any_changed_byte_shows_in_a_consistency(
        first in 1_u64..300, more in 1_u64..300, step: usize, byte in 0_usize..32, bit in 0_u32..8,
    ) {
        let size = first + more;
        let (shorter, longer) = (root(leaves(first)), Tree::grow(leaves(size)));
        let root = longer.root();
        let mut path = longer.consistency(first).unwrap();
        prop_assert!(consistent(first, &shorter, size, &root, &path));
        prop_assert!(!consistent(first, &changed(shorter, byte, bit), size, &root, &path));
        prop_assert!(!consistent(first, &shorter, size, &changed(root, byte, bit), &path));
        let step = step % path.len();
        path[step] = changed(path[step], byte, bit);
        prop_assert!(!consistent(first, &shorter, size, &root, &path));
    }

    #[test]
    fn a_changed_leaf_before_the_end_shows(first in 1_u64..100, more in 0_u64..100, at: u64) {
        let mut other = leaves(first + more);
        let at = usize::try_from(at % first).unwrap();
        other[at] = changed(other[at], 0, 0);
        let other = Tree::grow(other);
        let path = other.consistency(first).unwrap();
        let before = root(leaves(first));
        prop_assert!(!consistent(first, &before, first + more, &other.root(), &path));
    }
}

fn changed(digest: Digest, byte: usize, bit: u32) -> Digest {
    let mut bytes = *digest.bytes();
    bytes[byte] ^= 1 << bit;
    Digest::from_bytes(bytes)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    leaf_idx: u64,
    tree_size: u64,
    root: String,
    leaf_hash: String,
    proof: Option<Vec<String>>,
    want_err: bool,
}

#[derive(Deserialize)]
struct Consistency {
    size1: u64,
    size2: u64,
    root1: String,
    root2: String,
    proof: Option<Vec<String>>,
    #[serde(rename = "wantErr")]
    want_err: bool,
}

/// A digest of a vector. Some have a text instead, to say that anything may stand there; whatever
/// else isn't 32 bytes long is refused by the type already.
fn digest(text: &str) -> Option<Digest> {
    let bytes = BASE64_STANDARD.decode(text).unwrap();
    if bytes.starts_with(b"don't care") {
        return Some(Digest::of(&[&bytes]));
    }
    bytes.try_into().ok().map(Digest::from_bytes)
}

fn digests(texts: Option<Vec<String>>) -> Option<Vec<Digest>> {
    texts.unwrap_or_default().iter().map(|text| digest(text)).collect()
}

fn vectors<T: for<'de> Deserialize<'de>>(kind: &str, holds: impl Fn(&T) -> (bool, bool)) -> usize {
    let what = format!("the Merkle proofs of {kind}");
    let mut folders = vec![format!("merkle/testdata/{kind}")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in handed::files(&folder, "", &what) {
            if path.is_dir() {
                folders.push(format!("{folder}/{}", handed::name(&path)));
            } else {
                files.push(path);
            }
        }
    }
    for file in &files {
        let vector: T = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let (holds, expected) = holds(&vector);
        assert_eq!(holds, expected, "{}", file.display());
    }
    files.len()
}

#[test]
fn all_handed_inclusion_proofs_are_judged_as_expected() {
    let judge = |it: &Inclusion| {
        let (leaf, root) = (digest(&it.leaf_hash), digest(&it.root));
        let path = digests(it.proof.clone());
        let holds = match (leaf, root, path) {
            (Some(leaf), Some(root), Some(path)) => {
                included(leaf, it.leaf_idx, it.tree_size, &path, &root)
            }
            _ => false,
        };
        (holds, !it.want_err)
    };
    let count = vectors("inclusion", judge);
    assert!(count == 0 || count == 98, "{count} inclusion proofs");
}

#[test]
fn all_handed_consistency_proofs_are_judged_as_expected() {
    let judge = |it: &Consistency| {
        let roots = (digest(&it.root1), digest(&it.root2), digests(it.proof.clone()));
        let holds = match roots {
            (Some(first), Some(root), Some(path)) => {
                consistent(it.size1, &first, it.size2, &root, &path)
            }
            _ => false,
        };
        (holds, !it.want_err)
    };
    let count = vectors("consistency", judge);
    assert!(count == 0 || count == 98, "{count} consistency proofs");
}
