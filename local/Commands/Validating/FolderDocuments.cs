using Sluice.BuildRunner.Buildspecs;
using Sluice.Deployments.AppSpecs;

namespace Sluice.Local.Commands.Validating;

/// <summary>Which files are checked: those that are named, or those of a folder that have the usual names.</summary>
internal static class FolderDocuments
{
    /// <exception cref="UsageException">A file is not there, or none is.</exception>
    public static (SourceFolder Folder, IReadOnlyList<FoundDocument> Found) Of(IReadOnlyList<string> given, string current)
    {
        if (IsFolder(given, current))
        {
            var folder = new SourceFolder(Path.Combine(current, given is [var named] ? named : "."));
            return (folder, Usual(folder));
        }

        var found = given.Select(name => Named(name, current)).ToList();
        return (SourceFolder.Around(Path.GetDirectoryName(found[0].FullPath)!), found);
    }

    /// <summary>Whether a folder is meant, and not single files.</summary>
    public static bool IsFolder(IReadOnlyList<string> given, string current) => given.Count == 0 || (given is [var only] && Directory.Exists(Path.Combine(current, only)));

    /// <summary>A file of the folder as it is told of.</summary>
    public static FoundDocument Of(SourceFolder folder, string name, DocumentKind kind, byte[] content) => new(name, folder.At(name), kind, content);

    private static FoundDocument Named(string name, string current)
    {
        var full = Path.GetFullPath(Path.Combine(current, name));
        if (!File.Exists(full))
        {
            throw new UsageException($"{name}: there is no such file.");
        }

        var content = SourceFolder.Read(full, name);
        return new FoundDocument(name, full, DocumentKinds.Of(name, content), content);
    }

    private static List<FoundDocument> Usual(SourceFolder folder)
    {
        var usual = folder.Names.Where(name => IsPipeline(name) || BuildspecFile.Names.Contains(name) || AppSpecSearch.Among([name]).Count > 0);
        var found = usual.Select(name => Of(folder, name, DocumentKinds.ByName(name), folder.Find(name)!)).ToList();
        return found.Count > 0 ? found : throw new UsageException(
            $"There is nothing to check in {folder.Root}: no pipeline.json, NAME.pipeline.json, {string.Join(", ", BuildspecFile.Names)} or appspec.yml. Name the files: sluice validate FILE...");
    }

    private static bool IsPipeline(string name) => name == "pipeline.json" || name.EndsWith(".pipeline.json", StringComparison.Ordinal);
}
