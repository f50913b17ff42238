namespace Sluice.BuildRunner.Processes;

/// <summary>A program that runs. Its standard output ends when it and all that it started have closed it, which may be long after its own end.</summary>
internal interface IRunningProcess : IDisposable
{
    Stream Output { get; }

    TextReader Error { get; }

    TextWriter Input { get; }

    /// <summary>The exit code, as soon as the program itself has ended.</summary>
    Task<int> Exited { get; }

    /// <summary>Ends it and its descendants.</summary>
    void Kill();
}
