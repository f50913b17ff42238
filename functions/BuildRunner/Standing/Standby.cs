using System.Text.Json;
using Sluice.BuildContract;

namespace Sluice.BuildRunner.Standing;

/// <summary>
/// A program that is ready before there is a job. Most of the time from a build's start to its first command is a .NET program's own start: by then this has done a build already, one of its own that does
/// nothing. What it is given then is as if it had been started with it.
/// </summary>
/// <param name="variables">Its own.</param>
/// <param name="input">Where the rest of them comes from.</param>
/// <param name="output">Where it says that it is ready.</param>
internal sealed class Standby(IReadOnlyDictionary<string, string> variables, TextReader input, TextWriter output)
{
    /// <returns>All variables; null if nobody wants it any more.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> WaitAsync(string temporaryFolder)
    {
        await new Rehearsal(variables).RunAsync(temporaryFolder);
        await output.WriteLineAsync(RunnerVariables.Ready);
        await output.FlushAsync();
        return await input.ReadLineAsync() is { } line && JsonSerializer.Deserialize<Dictionary<string, string>>(line) is { } given ? With(given) : null;
    }

    private Dictionary<string, string> With(Dictionary<string, string> given)
    {
        var all = new Dictionary<string, string>(variables, StringComparer.Ordinal);
        all.Remove(RunnerVariables.Standby);
        foreach (var (name, value) in given)
        {
            all[name] = value;
        }

        return all;
    }
}
