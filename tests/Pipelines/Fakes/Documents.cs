namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Pipeline documents for tests.</summary>
internal static class Documents
{
    public const string Repository = "/srv/app";

    /// <summary>Source, build and deployment, one action each.</summary>
    public static string ThreeStages(string name = "app") => $$"""
        {
          "pipeline": {
            "name": "{{name}}",
            "roleArn": "arn:aws:iam::111122223333:role/pipeline",
            "artifactStore": { "type": "S3", "location": "sluice-artifacts" },
            "stages": [
              { "name": "Source", "actions": [ {
                "name": "Checkout",
                "actionTypeId": { "category": "Source", "owner": "Custom", "provider": "Git", "version": "1" },
                "configuration": { "Repository": "{{Repository}}", "Branch": "main" },
                "outputArtifacts": [ { "name": "Source" } ] } ] },
              { "name": "Build", "actions": [ {
                "name": "Compile",
                "actionTypeId": { "category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1" },
                "runOrder": 1,
                "configuration": { "ProjectName": "app" },
                "inputArtifacts": [ { "name": "Source" } ],
                "outputArtifacts": [ { "name": "Package" } ] } ] },
              { "name": "Deploy", "actions": [ {
                "name": "Shift",
                "actionTypeId": { "category": "Deploy", "owner": "AWS", "provider": "Lambda", "version": "1" },
                "configuration": { "DeployStrategy": "10:5s,50:5s" },
                "inputArtifacts": [ { "name": "Package" } ] } ] }
            ],
            "version": 7,
            "pipelineType": "V2"
          },
          "metadata": { "pipelineArn": "arn:aws:codepipeline:us-east-1:111122223333:{{name}}" }
        }
        """;

    /// <summary>A second source beside the first.</summary>
    public static string TwoSources(string name) => ThreeStages(name).Replace(
        "\"outputArtifacts\": [ { \"name\": \"Source\" } ] } ] },",
        $$"""
        "outputArtifacts": [ { "name": "Source" } ] },
        { "name": "Other",
          "actionTypeId": { "category": "Source", "owner": "Custom", "provider": "Git", "version": "1" },
          "configuration": { "Repository": "{{Repository}}-other", "Branch": "main" }, "outputArtifacts": [ { "name": "Other" } ] } ] },
        """,
        StringComparison.Ordinal);

    /// <summary>Two builds together, then a third, in the middle stage.</summary>
    public static string Groups(string name = "groups") => ThreeStages(name).Replace(
        "\"outputArtifacts\": [ { \"name\": \"Package\" } ] } ] },",
        """
        "outputArtifacts": [ { "name": "Package" } ] },
        { "name": "Lint", "runOrder": 1,
          "actionTypeId": { "category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1" },
          "configuration": { "ProjectName": "lint" }, "inputArtifacts": [ { "name": "Source" } ] },
        { "name": "Verify", "runOrder": 20,
          "actionTypeId": { "category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1" },
          "configuration": { "ProjectName": "verify" }, "inputArtifacts": [ { "name": "Package" } ] } ] },
        """,
        StringComparison.Ordinal);

    public static string Commit(int number) => number.ToString("x8").PadLeft(40, 'a');
}
