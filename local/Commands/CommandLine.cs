using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host.Data;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Documents;
using Sluice.Platform.Storage;

namespace Sluice.Local.Commands;

/// <summary>Runs the command that the arguments name, and turns what goes wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        var faults = Faults(parsed);
        if (faults.Count > 0)
        {
            faults.ForEach(Tell);
            Tell($"'{parsed.CommandResult.Command.Name} --help' lists what there is.");
            return ExitCodes.WrongUsage;
        }

        LastWords.Listen();
        using var signals = new Signals();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, signals.Asked);
        }
        catch (Exception e) when (e is UsageException or DataFolderTakenException or SourceUnavailableException or InvalidDocumentException)
        {
            Tell(e.Message);
            return ExitCodes.WrongUsage;
        }
        catch (Exception e) when (StorageFault.In(e))
        {
            Tell($"The data folder cannot be written to: {StorageFault.Text(e)}. What is recorded in it goes on when a command is started with it and it can be written to.");
            return ExitCodes.NotRecorded;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            Tell($"A fault of Sluice itself: {e}");
            return ExitCodes.OurFault;
        }
    }

    private static void Tell(string text)
    {
        using var errors = new HarmlessWriter(Console.Error);
        errors.WriteLine(Secrets.Removed(text));
    }

    /// <summary>All that is wrong with the command line, each once.</summary>
    internal static List<string> Faults(ParseResult parsed)
    {
        var mistyped = MistypedOptions(parsed);
        var read = parsed.Errors.Select(error => error.Message).Where(message => !message.StartsWith("Unrecognized command or argument '--", StringComparison.Ordinal));
        IEnumerable<string> together = parsed.CommandResult.Command is CheckedCommand command ? command.Faults(parsed) : [];
        return [.. mistyped.Concat(read).Concat(together).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The library takes an unknown option for an argument wherever one is expected.</summary>
    private static IEnumerable<string> MistypedOptions(ParseResult parsed) =>
        from token in parsed.Tokens
        where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)
        select $"Unrecognized option '{token.Value}'.";
}
