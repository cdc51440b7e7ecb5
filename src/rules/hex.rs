//! Bytes as hexadecimal signs, in lower case only: one value has one text.

/// Two signs for each byte.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    let signs = bytes.iter().flat_map(|byte| [sign(byte >> 4), sign(byte & 15)]);
    signs.collect()
}

/// Reads exactly `N` bytes.
#[must_use]
pub fn read<const N: usize>(signs: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (pairs, rest) = signs.as_bytes().as_chunks();
    if !rest.is_empty() || pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = value(*high)? << 4 | value(*low)?;
    }
    Some(bytes)
}

fn sign(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or('0')
}

fn value(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => sign.checked_sub(b'0'),
        b'a'..=b'f' => sign.checked_sub(b'a')?.checked_add(10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_they_were_written() {
        let bytes: Vec<u8> = (0..=255).collect();
        let signs = write(&bytes);
        assert!(signs.starts_with("000102") && signs.ends_with("fdfeff"));
        assert_eq!(read::<256>(&signs).unwrap().to_vec(), bytes);
    }

    #[test]
    fn another_length_or_other_signs_are_not_read() {
        for bad in ["", "0", "000", "0G", "AB", "0 ", "é"] {
            assert_eq!(read::<1>(bad), None, "{bad}");
        }
    }
}
