using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Shells;
using Sluice.Platform.Access.Files;

namespace Sluice.BuildRunner.Sources;

/// <summary>Lets git have an SSH key by files that only its user can read, and trust no host but those that are known by their keys.</summary>
/// <param name="folder">For the files.</param>
internal sealed class GitSshFiles(string folder)
{
    /// <summary>Writes them.</summary>
    /// <returns>The variables by which git finds them.</returns>
    public IReadOnlyDictionary<string, string> Write(JobSource source, JobCredential credential)
    {
        var name = source.Identifier ?? "primary";
        var key = Make($"git-{name}.key", credential.SshKey!.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        var known = Make($"git-{name}.known_hosts", credential.KnownHosts ?? "");
        return new Dictionary<string, string>
        {
            ["GIT_SSH_COMMAND"] = $"ssh -F /dev/null -oBatchMode=yes -oIdentitiesOnly=yes -oIdentityAgent=none -oStrictHostKeyChecking=yes -oGlobalKnownHostsFile=/dev/null -oUserKnownHostsFile={ShellWords.Quoted(known)} -i {ShellWords.Quoted(key)}",
            ["GIT_SSH_VARIANT"] = "ssh",
        };
    }

    private string Make(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.Delete(path);
        using var writer = new StreamWriter(new FileStream(path, OwnerFile.New(FileAccess.Write, FileOptions.None)));
        writer.Write(content);
        return path;
    }
}
