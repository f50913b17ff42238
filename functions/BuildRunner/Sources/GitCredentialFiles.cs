using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Shells;
using Sluice.Platform.Access.Files;

namespace Sluice.BuildRunner.Sources;

/// <summary>
/// Lets git have a credential by files that only its user can read: no token is on a command line, in a repository's configuration, or given to any host but the source's own.
/// </summary>
/// <param name="folder">For the files.</param>
internal sealed class GitCredentialFiles(string folder)
{
    /// <summary>Writes them.</summary>
    /// <returns>The variables by which git finds them; none if the source needs no credential.</returns>
    public IReadOnlyDictionary<string, string> Write(JobSource source)
    {
        if (source.Credential is { SshKey: not null } key)
        {
            return new GitSshFiles(folder).Write(source, key);
        }

        if (source.Credential is not { } credential || !Uri.TryCreate(source.Repository, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return new Dictionary<string, string>();
        }

        var name = source.Identifier ?? "primary";
        var values = Make($"git-{name}.credential", $"username={OneLine(credential.UserName)}\npassword={OneLine(credential.Token)}\n", isProgram: false);
        var helper = Make($"git-{name}.sh", $"#!/bin/sh\n[ \"$1\" != get ] || cat {ShellWords.Quoted(values)}\n", isProgram: true);
        var subject = $"credential.{url.GetLeftPart(UriPartial.Scheme)}{url.Authority[(url.Authority.IndexOf('@') + 1)..]}.helper";
        return new Dictionary<string, string>
        {
            ["GIT_CONFIG_COUNT"] = "2",
            // The empty one takes away those of the machine.
            ["GIT_CONFIG_KEY_0"] = subject, ["GIT_CONFIG_VALUE_0"] = "",
            ["GIT_CONFIG_KEY_1"] = subject, ["GIT_CONFIG_VALUE_1"] = "!" + ShellWords.Quoted(helper), // git gives the helper to a shell
        };
    }

    private string Make(string name, string content, bool isProgram)
    {
        var path = Path.Combine(folder, name);
        File.Delete(path);
        using (var writer = new StreamWriter(new FileStream(path, OwnerFile.New(FileAccess.Write, FileOptions.None))))
        {
            writer.Write(content);
        }

        if (isProgram && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static string OneLine(string value) => value.ReplaceLineEndings("");
}
