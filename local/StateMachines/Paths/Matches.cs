using System.Text.RegularExpressions;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>=~ /pattern/i</c>: the whole string matches.</summary>
internal sealed class Matches(Operand operand, Regex pattern) : Filter
{
    internal override bool IsTrue(Data item, Data root) => operand.Value(item, root) is DataString text && pattern.IsMatch(text.Value);

    /// <exception cref="PathSyntaxException">Not a regular expression, or one that could take exponential time.</exception>
    internal static Regex Compile(string pattern, string flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                's' => RegexOptions.Singleline,
                'm' => RegexOptions.Multiline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new PathSyntaxException($"has the flag '{flag}' on a regular expression; i, s, m and x are known"),
            };
        }

        try
        {
            return new Regex($@"\A(?:{pattern})\z", options, TimeSpan.FromSeconds(1));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new PathSyntaxException($"has a regular expression that is not supported: {error.Message}");
        }
    }
}
