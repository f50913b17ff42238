namespace Sluice.BuildRunner.Shells;

/// <summary>A command as a file that a shell sources.</summary>
internal static class CommandFile
{
    public static async Task<string> WriteAsync(ShellSettings settings, int number, string command, CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.Folders.Control, $"command-{number}.sh");
        await File.WriteAllTextAsync(file, command.ReplaceLineEndings("\n") + "\n", cancellationToken);
        return file;
    }
}
