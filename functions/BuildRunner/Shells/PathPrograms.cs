namespace Sluice.BuildRunner.Shells;

/// <summary>Programs on a PATH.</summary>
internal static class PathPrograms
{
    /// <returns>Where it is; null if it is in none of the folders.</returns>
    public static string? Find(string program, string path) =>
        path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
