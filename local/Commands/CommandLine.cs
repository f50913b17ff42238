using System.CommandLine;
using System.CommandLine.Parsing;
using Sluice.Local.Host.Data;
using Sluice.Pipelines.Sources;
using Sluice.Platform.Storage;

namespace Sluice.Local.Commands;

/// <summary>Runs the command that the arguments name, and turns what goes wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        List<string> faults = [.. MistypedOptions(parsed), .. parsed.Errors.Select(error => error.Message).Where(message => !message.StartsWith("Unrecognized command or argument '--", StringComparison.Ordinal))];
        if (faults.Count > 0)
        {
            faults.ForEach(Console.Error.WriteLine);
            Console.Error.WriteLine($"'{parsed.CommandResult.Command.Name} --help' lists what there is.");
            return ExitCodes.WrongUsage;
        }

        LastWords.Listen();
        using var signals = new Signals();
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, signals.Asked);
        }
        catch (Exception e) when (e is UsageException or DataFolderTakenException or SourceUnavailableException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.WrongUsage;
        }
        catch (Exception e) when (StorageFault.In(e))
        {
            Console.Error.WriteLine($"The data folder cannot be written to: {StorageFault.Text(e)}. What is recorded in it goes on when a command is started with it and it can be written to.");
            return ExitCodes.NotRecorded;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"A fault of Sluice itself: {e}");
            return ExitCodes.OurFault;
        }
    }

    /// <summary>The library takes an unknown option for an argument wherever one is expected.</summary>
    private static IEnumerable<string> MistypedOptions(ParseResult parsed) =>
        from token in parsed.Tokens
        where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)
        select $"Unrecognized option '{token.Value}'.";
}
