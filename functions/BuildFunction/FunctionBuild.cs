using Sluice.BuildRunner;

namespace Sluice.BuildFunction;

/// <summary>Runs builds in the function's own process, one after another, each as if it were the first.</summary>
public sealed class FunctionBuild
{
    /// <summary>What is kept of the invocation's time for clearing away and telling how the build ended: the function is killed when it is over.</summary>
    private static readonly TimeSpan _reserve = TimeSpan.FromSeconds(30);

    private readonly FunctionVariables _variables;

    internal FunctionBuild(IReadOnlyDictionary<string, string> variables)
    {
        _variables = new FunctionVariables(variables);
    }

    /// <param name="invocation">Which build.</param>
    /// <param name="remaining">How long the function may run.</param>
    /// <exception cref="BuildProgramException">The program could not run it.</exception>
    public async Task RunAsync(BuildInvocation invocation, TimeSpan remaining)
    {
        var scratch = _variables.ScratchFolder();
        ScratchFolder.Empty(scratch);
        var home = Directory.CreateDirectory(Path.Combine(scratch, "home")).FullName;
        await using var log = Console.OpenStandardOutput();
        var program = new RunnerProgram(_variables.Of(invocation.Environment, home), log, Console.Error) { Longest = remaining - _reserve };
        if (await program.RunAsync(scratch, CancellationToken.None) is not 0 and var code)
        {
            throw new BuildProgramException($"The build's program ended with exit code {code}; the function's log says why.");
        }
    }
}
