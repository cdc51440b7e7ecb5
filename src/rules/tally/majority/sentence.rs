//! The steps of the count in words, for whoever recounts a record on the command line.

use std::fmt;

use super::{Count, Share, Step};

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.need, self.of)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entitled, in_favour, against, abstain, blank, spoiled } = self;
        write!(
            f,
            "{entitled} on the roll, {in_favour} for, {against} against, {abstain} abstained"
        )?;
        for (papers, what) in [(blank, "blank"), (spoiled, "spoiled")] {
            if *papers > 0 {
                write!(f, ", {papers} {what}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reached = |met: bool| if met { "reached" } else { "not reached" };
        match self {
            Self::Total { count } => write!(f, "All together: {count}."),
            Self::Sector { sector, count } => write!(f, "The sector {sector}: {count}."),
            Self::Quorum { share, least, have, met } => write!(
                f,
                "The quorum is {share} of the roll: {least} had to take part, {have} did, so it is \
                 {}.",
                reached(*met)
            ),
            Self::Majority { share, least, have, of, met } => {
                match share {
                    Some(share) => write!(f, "The majority is {share} of the votes cast")?,
                    None => f.write_str("The majority is more for than against")?,
                }
                let reached = reached(*met);
                write!(f, ": {least} of {of} had to be for, {have} are, so it is {reached}.")
            }
            Self::SectorMajority { sector, passed_over: true, .. } => {
                write!(f, "Nobody of the sector {sector} is on the roll, so it is passed over.")
            }
            Self::SectorMajority { sector, in_favour, against, met, .. } => write!(
                f,
                "The sector {sector} has to have more for than against: {in_favour} for and \
                 {against} against, so that is {}.",
                reached(*met)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_a_sentence() {
        let count = Count { entitled: 5, in_favour: 2, against: 1, ..Count::default() };
        let void = Count { blank: 1, spoiled: 2, ..count };
        let sector = "residents".to_owned();
        let half = Share { need: 1, of: 2 };
        let steps = [
            Step::Total { count },
            Step::Total { count: void },
            Step::Sector { sector: sector.clone(), count },
            Step::Quorum { share: half, least: 3, have: 2, met: false },
            Step::Majority { share: None, least: 2, have: 2, of: 3, met: true },
            Step::Majority { share: Some(half), least: 2, have: 2, of: 3, met: true },
            Step::SectorMajority {
                sector: sector.clone(),
                in_favour: 1,
                against: 1,
                passed_over: false,
                met: false,
            },
            Step::SectorMajority { sector, in_favour: 0, against: 0, passed_over: true, met: true },
        ];
        let told: Vec<String> = steps.iter().map(Step::to_string).collect();
        assert_eq!(
            told,
            [
                "All together: 5 on the roll, 2 for, 1 against, 0 abstained.",
                "All together: 5 on the roll, 2 for, 1 against, 0 abstained, 1 blank, 2 spoiled.",
                "The sector residents: 5 on the roll, 2 for, 1 against, 0 abstained.",
                "The quorum is 1/2 of the roll: 3 had to take part, 2 did, so it is not reached.",
                "The majority is more for than against: 2 of 3 had to be for, 2 are, so it is \
                 reached.",
                "The majority is 1/2 of the votes cast: 2 of 3 had to be for, 2 are, so it is \
                 reached.",
                "The sector residents has to have more for than against: 1 for and 1 against, so \
                 that is not reached.",
                "Nobody of the sector residents is on the roll, so it is passed over.",
            ]
        );
    }
}
