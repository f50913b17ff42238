using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sluice.Local.Commands;

/// <summary>Options that there are not. The library takes one for an argument wherever one is expected, and what stands behind it for another.</summary>
internal static class MistypedOptions
{
    public static IReadOnlyList<MistypedOption> Of(ParseResult parsed)
    {
        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).ToList();
        return [.. parsed.Tokens.Select((token, index) => (token, next: parsed.Tokens.ElementAtOrDefault(index + 1)))
            .Where(pair => pair.token.Type == TokenType.Argument && pair.token.Value.StartsWith("--", StringComparison.Ordinal))
            .Select(pair => new MistypedOption(pair.token.Value, NearMiss.Of(pair.token.Value.Split('=')[0], known), pair.next is { Type: TokenType.Argument } next ? next.Value : null))];
    }
}
