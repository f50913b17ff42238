namespace Sluice.BuildRunner.Shells;

/// <summary>How a build's shell is started.</summary>
/// <param name="Program">bash or sh.</param>
/// <param name="Folders">Where commands begin, and where our own files are.</param>
/// <param name="Place">Where it runs.</param>
/// <param name="Home">The folder of the user that this program is.</param>
internal sealed record ShellSettings(string Program, WorkspaceFolders Folders, ICommandPlace Place, string Home)
{
    public bool IsBash => Path.GetFileName(Program) == "bash";
}
