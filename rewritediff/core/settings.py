"""Every threshold of the engine in one value: its name, its unit, the reason for its number. It travels inside each result."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what can be set; one default serves every kind of text."""

    link_floor: float = 0.0
    """Log odds that a link must reach inside a chain of links in the same order; 0 is even odds."""
    extra_floor: float = -0.1
    """Log odds that a further sentence must reach to join a link that stands already; a little under even odds, because a sentence that is
    called new and is none costs more trust than one that is joined in vain (DEplain +0.2, ArgRewrite -0.1, the seed pair one link more)."""
    left_floor: float = 1.5
    """Log odds that a link must reach between sentences that the chain passed over, its rivals being taken: at 0 ArgRewrite loses a
    point of precision and DEplain gains two of recall."""
    moved_floor: float = 2.0
    """Log odds that a link out of order must reach: nothing beside it speaks for it, so it asks for 7 to 1. Of 250 moved sentences among
    5,000 all reach it and no other does; at 3, 245 do, and moved paraphrases are called dropped and new."""
    edited_from: float = 0.6
    """Share of equal words in order, 0 to 1, from which a passage is called edited and not paraphrased."""
    doubtful_below: float = 0.7
    """Confidence, 0 to 1, below which a pairing is called doubtful: on ArgRewrite and DEplain one link in ten is, and 67 % of these are
    right, 97 % of the others; at 0.8 one in eight is, and a third of the wrong links is still sure."""
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

    def as_dict(self) -> dict[str, float | int]:
        """Give the settings by name, for reports."""
        return asdict(self)


DEFAULT_SETTINGS = Settings()
