using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Local.Commands.Clients;
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
            Tell($"'{Path(parsed.CommandResult.Command)} --help' lists what there is.");
            return ExitCodes.WrongUsage;
        }

        LastWords.Listen();
        using var signals = new Signals(Tell);
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
        catch (RefusedException e)
        {
            Tell(e.Message);
            return ExitCodes.Refused;
        }
        catch (Exception e) when (StorageFault.In(e))
        {
            Tell($"The data folder cannot be written to: {StorageFault.Text(e).TrimEnd('.')}. What is recorded in it goes on when a command is started with it and it can be written to.");
            return ExitCodes.NotRecorded;
        }
        catch (UnauthorizedAccessException e)
        {
            Tell($"Something cannot be read or written: {e.Message}");
            return ExitCodes.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            Tell("Interrupted.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            Tell($"A fault of Sluice itself: {e}");
            return ExitCodes.OurFault;
        }
    }

    // E.g. sluice keys issue.
    private static string Path(Symbol command) => string.Join(' ', command.Parents.OfType<Command>().Select(Path).Append(command.Name));

    private static void Tell(string text)
    {
        using var errors = new HarmlessWriter(Console.Error);
        errors.WriteLine(Secrets.Removed(text));
    }

    /// <summary>All that is wrong with the command line, each once.</summary>
    internal static List<string> Faults(ParseResult parsed)
    {
        if (parsed.Tokens is [{ Type: TokenType.Directive }, ..])
        {
            // A shell asks how a line that is not at its end may go on.
            return [];
        }

        if (parsed.Errors.Count > 0 && UnknownCommand.Fault(parsed) is { } unknown)
        {
            return [unknown];
        }

        var mistyped = MistypedOptions.Of(parsed);
        var read = parsed.Errors.Select(error => error.Message).Where(message => !mistyped.Any(option => option.Explains(message)));
        IEnumerable<string> together = parsed.CommandResult.Command is CheckedCommand command ? command.Faults(parsed) : [];
        return [.. mistyped.Select(option => option.Fault).Concat(read).Concat(together).Distinct(StringComparer.Ordinal)];
    }
}
