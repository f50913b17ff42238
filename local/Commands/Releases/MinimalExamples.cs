namespace Sluice.Local.Commands.Releases;

/// <summary>The least that a repository needs to be released.</summary>
internal static class MinimalExamples
{
    public const string Buildspec =
        """
        A minimal buildspec.yml:
        version: 0.2
        phases:
          build:
            commands:
              - dotnet publish -c Release -o out
        artifacts:
          base-directory: out
          files:
            - "**/*"
        """;

    public const string Appspec =
        """
        A minimal appspec.yml (it may be in the artifact instead):
        version: 0.0
        Resources:
          - hello:
              Type: AWS::Lambda::Function
              Properties:
                Name: hello
                Alias: live
        """;
}
