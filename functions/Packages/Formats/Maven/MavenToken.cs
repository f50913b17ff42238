namespace Sluice.Packages.Formats.Maven;

/// <summary>A part of a version, and what stands before it.</summary>
internal sealed record MavenToken(char Before, string Text) : IComparable<MavenToken>
{
    /// <summary>What is before a release, the release itself, and what is after it; all other words come later still.</summary>
    private static readonly string[] Known = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];

    public bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[0]);

    /// <summary>Whether it says nothing.</summary>
    public bool IsNull => Text is "" or "0";

    /// <summary>What stands there where the other one ends.</summary>
    public MavenToken Nothing => this with { Text = IsNumber ? "0" : "" };

    /// <inheritdoc/>
    public int CompareTo(MavenToken? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (Rank != other.Rank)
        {
            return Rank.CompareTo(other.Rank);
        }

        if (IsNumber)
        {
            return Text.Length != other.Text.Length ? Text.Length.CompareTo(other.Text.Length) : string.CompareOrdinal(Text, other.Text);
        }

        var (mine, others) = (Place(Text), Place(other.Text));
        return mine != others ? mine.CompareTo(others) : string.CompareOrdinal(Text, other.Text);
    }

    private int Rank => IsNumber ? Before == '.' ? 2 : 1 : 0;

    private static int Place(string word) => Array.IndexOf(Known, word) is >= 0 and var known ? known : Known.Length;
}
