"""The sample centre of Quảng Điền, and a working day played in it: invented people, the real rules."""
