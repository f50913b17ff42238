using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Tests.Sources;

/// <summary>Git that says at each fetch of one commit what a test wrote down; when there is nothing more to say, it succeeds.</summary>
internal sealed class ScriptedGit(params IEnumerable<string> faults) : IProcesses
{
    private readonly Queue<string> _faults = new(faults);
    private string _last = "";

    /// <summary>How often one commit was asked for.</summary>
    public int Fetches { get; private set; }

    public IRunningProcess Start(ProcessSpec spec)
    {
        var fetches = spec.Arguments.Contains("fetch");
        if (fetches && spec.Arguments.Contains("--depth=1"))
        {
            Fetches++;
            _last = _faults.TryDequeue(out var fault) ? fault : "";
        }

        return new Ended(fetches ? _last : "");
    }

    public void KillAllWith(string variable, string value) => throw new NotSupportedException("Git leaves nothing behind.");

    private sealed class Ended(string error) : IRunningProcess
    {
        public Stream Output { get; } = new MemoryStream();

        public TextReader Error { get; } = new StringReader(error);

        public TextWriter Input { get; } = new StringWriter();

        public Task<int> Exited { get; } = Task.FromResult(error.Length == 0 ? 0 : 128);

        public void Kill()
        {
            // It has ended.
        }

        public void Dispose()
        {
            Output.Dispose();
            Error.Dispose();
            Input.Dispose();
        }
    }
}
