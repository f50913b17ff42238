namespace Sluice.Local.Cloud.Patterns;

/// <summary>A pattern breaks the rules.</summary>
/// <param name="faults">All that is wrong, each with its place.</param>
internal sealed class InvalidPatternException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    public IReadOnlyList<string> Faults => faults;
}
