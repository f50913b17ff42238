using System.CommandLine;

namespace Sluice.Local.Commands.Completing;

/// <summary><c>completion</c>: prints the script by which a shell completes what is typed. The shell asks this program, which asks the suite for names.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", CompletionScripts.Shells) };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        var command = new Command("completion", "Print the script by which a shell completes commands and names") { shell };
        command.SetAction(async (parsed, stop) =>
        {
            await Console.Out.WriteAsync(CompletionScripts.Of(parsed.GetRequiredValue(shell)).AsMemory(), stop);
            return ExitCodes.Succeeded;
        });
        return command;
    }
}
