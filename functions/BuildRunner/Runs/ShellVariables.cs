using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runs;

/// <summary>Asks the build's shell for variables. One that is not set is left out.</summary>
internal static class ShellVariables
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        IReadOnlyList<string> names, IShell shell, string controlFolder, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var file = Path.Combine(controlFolder, $"variable-{name}");
            await shell.RunAsync($"if [ -n \"${{{name}+set}}\" ]; then printf '%s' \"${{{name}}}\" > '{file.Replace("'", "'\\''")}'; fi", succeeding: true, cancellationToken);
            if (File.Exists(file))
            {
                values[name] = await File.ReadAllTextAsync(file, cancellationToken);
            }
        }

        return values;
    }
}
