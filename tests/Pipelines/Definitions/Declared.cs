using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Tests.Definitions;

/// <summary>A pipeline document with much of what there is, for tests to change one thing of it.</summary>
internal static class Declared
{
    public const string Text = """
        {
          "name": "shop",
          "roleArn": "arn:aws:iam::111122223333:role/pipeline",
          "artifactStore": { "type": "S3", "location": "shop-artifacts", "encryptionKey": { "id": "alias/shop", "type": "KMS" } },
          "executionMode": "QUEUED",
          "pipelineType": "V2",
          "variables": [ { "name": "STAGE", "defaultValue": "beta", "description": "" }, { "name": "NOTE" } ],
          "triggers": [ { "providerType": "CodeStarSourceConnection", "gitConfiguration": {
            "sourceActionName": "Checkout",
            "push": [ { "branches": { "includes": [ "main", "release/**" ], "excludes": [ "release/old-*" ] }, "filePaths": { "excludes": [ "docs/**" ] } }, { "tags": { "includes": [ "v*" ] } } ],
            "pullRequest": [ { "events": [ "OPEN", "UPDATED" ], "branches": { "includes": [ "main" ] } } ] } } ],
          "stages": [
            { "name": "Source", "actions": [
              { "name": "Checkout", "namespace": "src", "actionTypeId": { "category": "Source", "owner": "Custom", "provider": "Git", "version": "1" },
                "configuration": { "Repository": "/srv/shop", "Branch": "main" }, "outputArtifacts": [ { "name": "Source" } ] },
              { "name": "Bucket", "actionTypeId": { "category": "Source", "owner": "AWS", "provider": "S3", "version": "1" },
                "configuration": { "S3Bucket": "data", "S3ObjectKey": "seed.zip" }, "outputArtifacts": [ { "name": "Seed" } ] } ] },
            { "name": "Build",
              "beforeEntry": { "conditions": [ { "result": "SKIP", "rules": [ { "name": "Beta", "ruleTypeId": { "category": "Rule", "owner": "AWS", "provider": "VariableCheck", "version": "1" },
                "configuration": { "Variable": "#{variables.STAGE}", "Value": "beta", "Operator": "EQ" } } ] } ] },
              "onSuccess": { "conditions": [ { "result": "FAIL", "rules": [ { "name": "Scan", "ruleTypeId": { "category": "Rule", "provider": "Commands" }, "commands": [ "scan ." ], "inputArtifacts": [ { "name": "Package" } ], "timeoutInMinutes": 5 } ] } ] },
              "onFailure": { "result": "RETRY", "retryConfiguration": { "retryMode": "ALL_ACTIONS" } },
              "actions": [
                { "name": "Compile", "namespace": "built", "actionTypeId": { "category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1" },
                  "configuration": { "ProjectName": "shop", "PrimarySource": "Source", "EnvironmentVariables": "[{\"name\":\"COMMIT\",\"value\":\"#{src.CommitId}\",\"type\":\"PLAINTEXT\"}]" },
                  "environmentVariables": [ { "name": "STAGE", "value": "#{variables.STAGE}" } ],
                  "inputArtifacts": [ { "name": "Source" }, { "name": "Seed" } ], "outputArtifacts": [ { "name": "Package" } ] },
                { "name": "Check", "runOrder": 2, "namespace": "check", "actionTypeId": { "category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1" }, "commands": [ "make check", "export RESULT=ok" ],
                  "outputVariables": [ "RESULT" ], "timeoutInMinutes": 20, "inputArtifacts": [ { "name": "Package" } ], "outputArtifacts": [ { "name": "Notes", "files": [ "notes/**" ] } ] } ] },
            { "name": "Approve", "blockers": [ { "name": "night", "type": "Schedule" } ],
              "beforeEntry": { "conditions": [ { "result": "FAIL", "rules": [ { "name": "Window", "ruleTypeId": { "category": "Rule", "provider": "DeploymentWindow" }, "configuration": { "Cron": "0 0 9-17 ? * MON-FRI", "TimeZone": "Europe/Berlin" } } ] } ] },
              "actions": [ { "name": "People", "actionTypeId": { "category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1" },
                "configuration": { "CustomData": "Release #{src.CommitId} in run #{codepipeline.PipelineExecutionId}?", "RequiredApprovals": "2" }, "timeoutInMinutes": 60 } ] },
            { "name": "Site", "needs": [ "Build" ], "actions": [ { "name": "Upload", "actionTypeId": { "category": "Deploy", "owner": "AWS", "provider": "S3", "version": "1" },
                "configuration": { "BucketName": "site", "Extract": "true" }, "inputArtifacts": [ { "name": "Package" } ] } ] },
            { "name": "Stack", "needs": [ "Approve", "Site" ], "onFailure": { "conditions": [ { "result": "ROLLBACK", "rules": [ { "name": "Alarm", "ruleTypeId": { "category": "Rule", "provider": "CloudWatchAlarm" },
                "configuration": { "AlarmName": "errors", "AlarmStates": "ALARM,INSUFFICIENT_DATA", "WaitTime": "10" } } ] } ] },
              "actions": [ { "name": "Update", "region": "eu-central-1", "actionTypeId": { "category": "Deploy", "owner": "AWS", "provider": "CloudFormation", "version": "1" },
                "configuration": { "ActionMode": "CREATE_UPDATE", "StackName": "shop", "TemplatePath": "Package::template.yaml", "ParameterOverrides": "{\"Result\":\"#{check.RESULT}\"}" }, "inputArtifacts": [ { "name": "Package" } ] } ] }
          ]
        }
        """;

    /// <summary>The document with one member set; a path such as <c>stages.0.actions.1.name</c>, and JSON for the value, or nothing to take it out.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Text)!;
        Set(root, path.Split('/'), json);
        return root.ToJsonString();
    }

    private static void Set(JsonNode root, string[] steps, string? json)
    {
        var at = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        var value = json is null ? null : JsonNode.Parse(json);
        if (at is JsonArray items)
        {
            var place = int.Parse(steps[^1]);
            if (value is null)
            {
                items.RemoveAt(place);
            }
            else if (place < items.Count)
            {
                items[place] = value;
            }
            else
            {
                items.Add(value);
            }
        }
        else if (value is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = value;
        }
    }
}
