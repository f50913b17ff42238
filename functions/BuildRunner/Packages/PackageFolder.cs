using Sluice.Platform.Access.Files;

namespace Sluice.BuildRunner.Packages;

/// <summary>Settings of clients, in files that only the build's user can read.</summary>
/// <param name="path">Where; it need not be there.</param>
internal sealed class PackageFolder(string path)
{
    /// <summary>The folder's own path.</summary>
    public string Path => path;

    /// <summary>Writes a file.</summary>
    /// <param name="name">With slashes for folders within.</param>
    /// <param name="lines">Its text.</param>
    /// <returns>Its path.</returns>
    public string Write(string name, params IEnumerable<string> lines)
    {
        var file = System.IO.Path.Combine(path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        OwnerFile.Write(file, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), replace: true);
        return file;
    }
}
