using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Shells;

/// <summary>Where a build's commands run.</summary>
internal interface ICommandPlace : IAsyncDisposable
{
    /// <summary>The shell to run them: what the buildspec asks for, else bash if it is there, else sh.</summary>
    /// <exception cref="Buildspecs.SourceException">It is not there.</exception>
    Task<string> ShellAsync(string? asked, CancellationToken cancellationToken);

    /// <summary>The user of this name, who can use the workspace from then on.</summary>
    /// <exception cref="Buildspecs.SourceException">There is none, or none that this program may act as.</exception>
    Task<ShellUser?> UserAsync(string name, CancellationToken cancellationToken);

    /// <summary>Gives the user what is in the workspace.</summary>
    Task HandOverAsync(ShellUser? user, CancellationToken cancellationToken);

    /// <summary>How a program is started there.</summary>
    ProcessSpec Spec(ShellUser? user, string program, IReadOnlyList<string> arguments, string folder);

    /// <summary>How a shell is started there that somebody sits at, in a terminal of the machine's.</summary>
    ProcessSpec Terminal(string shell, string folder);

    /// <summary>Where a folder of the commands is on the machine.</summary>
    string OnMachine(string folder);

    /// <summary>Ends all that runs there.</summary>
    void End();
}
