"""Every threshold of the engine in one value: its name, its unit, the reason for its number. It travels inside each result."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what can be set; one default serves every kind of text."""

    link_floor: float = 0.0
    """Log odds that a link must reach inside a chain of links in the same order; 0 is even odds."""
    extra_floor: float = -0.05
    """Log odds that a further sentence must reach to join a link that stands already: even odds but for a hair, because a sentence that is
    called new and is none costs more trust than one that is joined in vain (the seed pair one link more, ArgRewrite the same)."""
    moved_floor: float = 2.0
    """Log odds that a link out of order must reach: nothing beside it speaks for it, so it asks for 7 to 1. Of 250 moved sentences among
    5,000 all reach it and no other does; at 3, 245 do, and moved paraphrases are called dropped and new."""
    stay_floor: float = -1.0
    """Log odds that a link must reach when it is looked at again between the other links: the first look chose it among its rivals, so
    only three to one against it undoes that (at 0 the seed pair loses a link and no corpus gains)."""
    come_floor: float = 0.3
    """Log odds that a pair must then reach to be linked after all; at 0.1 DEplain gains 0.4, ArgRewrite's dropped sentences lose 0.3."""
    edited_from: float = 0.65
    """Share of equal words in order, 0 to 1, from which a passage is called edited and not paraphrased; about two words of three. The
    sample pair's labels hold from .63 to .79, and answers revised lightly or heavily are told apart best from .65 to .70."""
    doubtful_below: float = 0.7
    """Confidence, 0 to 1, below which a pairing is called doubtful: of the labelled pairs' links 8 % are, and 60 % of these are right, 96 %
    of the others (benchmarks/quality.py)."""
    read_below: float = 0.5
    """Share of equal words in order, 0 to 1, below which a paraphrased passage without a finding is for a person to read: every second word
    is another one, and finders that compare words see little. In ArgRewrite 4 of 100 linked passages are so free, in the sample 5 of 27."""
    near_floor: float = -2.0
    """Log odds that a link to another sentence must have by itself for that sentence to be a runner-up; one in eleven passages then has
    one, every second doubtful one does, and 18 % of the runners-up are linked by hand."""
    copied_words: int = 6
    """Equal words in a row that make a copied run; Clough and Stevenson's near copies hold runs of 6 and more, free answers rarely do."""

    def __post_init__(self) -> None:
        if self.copied_words < 2:
            raise ValueError("a copied run has at least two words")
        if not 0 <= self.edited_from <= 1:
            raise ValueError("edited_from is a share between 0 and 1")
        if not 0 <= self.doubtful_below <= 1:
            raise ValueError("doubtful_below is a confidence between 0 and 1")
        if not 0 <= self.read_below <= 1:
            raise ValueError("read_below is a share between 0 and 1")

    def with_floors(self, least: float) -> Settings:
        """Ask every link for at least so much, in log odds, wherever it stands."""
        floors = ("link_floor", "extra_floor", "moved_floor", "stay_floor", "come_floor")
        return replace(self, **{name: max(getattr(self, name), least) for name in floors})

    def as_dict(self) -> dict[str, float | int]:
        """Give the settings by name, for reports."""
        return asdict(self)


DEFAULT_SETTINGS = Settings()
