using System.Security.Cryptography;
using System.Text;
using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Tools;

/// <summary>
/// <c>codebuild-hash-files PATTERN…</c>: SHA-256 over files of the source, for cache keys. It is another if a file's content or name is, or if there is a file more or less; time, mode and place of
/// the source make no difference.
/// </summary>
internal sealed class HashFiles(SourceTree tree) : ITool
{
    public string Name => "codebuild-hash-files";

    public async Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Count == 0)
        {
            throw new ToolException("expected at least one pattern, e.g. package-lock.json or '**/*.csproj'.", ToolException.WrongUsage);
        }

        var files = FileSearch.Find(tree, tree.Named, call.Arguments);
        return files.Count > 0
            ? new ToolAnswer($"{await OfAsync(files, cancellationToken)}\n")
            : throw new ToolException($"no file of the source matches {string.Join(", ", call.Arguments.Select(pattern => $"'{pattern}'"))}.");
    }

    private static async Task<string> OfAsync(IReadOnlyList<TreeEntry> files, CancellationToken cancellationToken)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            await using var content = await OpenAsync(file, cancellationToken);
            // The name has no NUL and the hash has one length, so no two lists of files look alike.
            all.AppendData(Encoding.UTF8.GetBytes(file.Path + "\0"));
            all.AppendData(await SHA256.HashDataAsync(content, cancellationToken));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static async Task<FileStream> OpenAsync(TreeEntry file, CancellationToken cancellationToken)
    {
        try
        {
            return await BuildFile.OpenAsync(file.Real, file.Shown, cancellationToken);
        }
        catch (ArtifactException e)
        {
            throw new ToolException(e.Message);
        }
    }
}
