namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Finds the buildspec at the root of the source.</summary>
internal static class BuildspecFile
{
    public const string MinimalExample = """
        version: 0.2
        phases:
          build:
            commands:
              - dotnet publish src -o out
        artifacts:
          files:
            - '**/*'
          base-directory: out
        """;

    /// <summary>The names that it may have, at the root of the source.</summary>
    internal static readonly string[] Names = ["buildspec.yml", "buildspec.yaml", "buildspec.json"];

    /// <returns>The file's name.</returns>
    /// <exception cref="SourceException">There is none, or more than one.</exception>
    public static string Locate(string source)
    {
        var found = Names.Where(name => File.Exists(Path.Combine(source, name))).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new SourceException(
                "YAML_FILE_ERROR",
                $"There is no buildspec. Looked for {string.Join(", ", Names)} at the repository's root. A minimal buildspec.yml:\n{MinimalExample}"),
            _ => throw new SourceException("YAML_FILE_ERROR", $"There are two buildspecs, {string.Join(" and ", found)}; keep one of them."),
        };
    }
}
