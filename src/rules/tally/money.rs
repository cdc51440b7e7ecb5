//! Money to give out.

/// What there is to spend and what each option costs, in units of `10^-decimals` of the currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    pub budget: u64,
    /// One for each option.
    pub costs: Vec<u64>,
    pub decimals: u32,
}

impl Money {
    /// What an option costs; what can't be paid where nothing is known.
    #[must_use]
    pub fn cost(&self, option: usize) -> u64 {
        self.costs.get(option).copied().unwrap_or(u64::MAX)
    }

    /// What these options cost together.
    #[must_use]
    pub fn sum(&self, options: impl IntoIterator<Item = usize>) -> u128 {
        options
            .into_iter()
            .map(|option| u128::from(self.cost(option)))
            .fold(0, u128::saturating_add)
    }
}
