using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host.Data;
using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands;

/// <summary>Runs the command that the arguments name, and turns what goes wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        using var errors = new HarmlessWriter(Console.Error);
        var parsed = root.Parse(arguments);
        List<string> faults = [.. MistypedOptions(parsed), .. parsed.Errors.Select(error => error.Message).Where(message => !message.StartsWith("Unrecognized command or argument '--", StringComparison.Ordinal))];
        if (faults.Count > 0)
        {
            faults.ForEach(errors.WriteLine);
            errors.WriteLine($"'{parsed.CommandResult.Command.Name} --help' lists what there is.");
            return ExitCodes.WrongUsage;
        }

        using var signals = new Signals();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, signals.Asked);
        }
        catch (Exception e) when (e is UsageException or DataFolderTakenException or SourceUnavailableException)
        {
            errors.WriteLine(e.Message);
            return ExitCodes.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            errors.WriteLine($"A fault of Sluice itself: {e}");
            return ExitCodes.OurFault;
        }
    }

    /// <summary>The library takes an unknown option for an argument wherever one is expected.</summary>
    private static IEnumerable<string> MistypedOptions(ParseResult parsed) =>
        from token in parsed.Tokens
        where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)
        select $"Unrecognized option '{token.Value}'.";
}
