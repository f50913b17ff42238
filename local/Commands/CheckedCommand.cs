using System.CommandLine;

namespace Sluice.Local.Commands;

/// <summary>A command whose options are also checked beside each other.</summary>
/// <param name="faults">What is wrong with the whole, a line each; it may throw a <see cref="UsageException"/> with lines of its own.</param>
internal sealed class CheckedCommand(string name, string description, Func<ParseResult, IEnumerable<string>> faults) : Command(name, description)
{
    /// <summary>All that is wrong with the whole.</summary>
    public IReadOnlyList<string> Faults(ParseResult parsed)
    {
        try
        {
            return [.. faults(parsed)];
        }
        catch (UsageException e)
        {
            return e.Message.Split('\n');
        }
    }
}
