namespace Sluice.BuildRunner.Shells;

/// <summary>Runs a build's commands, one after the other.</summary>
internal interface IShell : IAsyncDisposable
{
    /// <summary>Who runs the commands from now on.</summary>
    Task UseAsync(ShellUser? user, CancellationToken cancellationToken);

    /// <summary>Runs a command and returns its exit status as soon as it has ended, whatever it left running.</summary>
    /// <param name="command">Any number of lines.</param>
    /// <param name="succeeding">What CODEBUILD_BUILD_SUCCEEDING says to it.</param>
    /// <param name="cancellationToken">Ends the command and all that it started.</param>
    Task<int> RunAsync(string command, bool succeeding, CancellationToken cancellationToken);
}
