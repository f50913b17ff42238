using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sluice.Local.Commands;

/// <summary>What is said to the name of a command that there is not.</summary>
internal static class UnknownCommand
{
    // What people ask for who know other tools.
    private static readonly Dictionary<string, string> Wishes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["help"] = "'--help' behind a command lists its options.",
        ["version"] = "'--version' tells the version.",
        ["deploy"] = "'release' builds and deploys a repository once, and 'serve' each of its commits.",
        ["watch"] = "'serve' watches repositories and releases every commit; 'status --watch' shows what goes on.",
        ["show"] = "'status' shows where a pipeline's runs are.",
        ["check"] = "'validate' checks pipelines, buildspecs and appspecs.",
        ["lint"] = "'validate' checks pipelines, buildspecs and appspecs.",
        ["timeline"] = "'history --timeline RUN' shows where a run's time went.",
        ["ls"] = "Did you mean 'list'?",
    };

    /// <summary>Null if the arguments name a command, or if one needs no more.</summary>
    public static string? Fault(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var given = parsed.Tokens.Where(token => token.Type == TokenType.Argument).Select(token => token.Value).FirstOrDefault(value => !value.StartsWith('-'));
        if (command.Subcommands.Count == 0)
        {
            return null;
        }

        var known = command.Subcommands.Select(subcommand => subcommand.Name).ToList();
        return given is null ? $"Name a command: {string.Join(", ", known)}." : $"There is no command '{given}'. {Instead(given, known)}";
    }

    private static string Instead(string given, List<string> known) =>
        Wishes.TryGetValue(given, out var instead) ? instead
        : NearMiss.Of(given, known) is { } near ? $"Did you mean '{near}'?"
        : $"There {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}.";
}
