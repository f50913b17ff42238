using Sluice.Platform.Access;

namespace Sluice.Platform.Tests.Access;

public sealed class RolesTests
{
    [Fact]
    public void Every_role_reads_all_of_codedeploy_and_the_administrator_does_all()
    {
        foreach (var operation in AccessFixture.Model.Operations.Keys)
        {
            var reads = new[] { "Get", "List", "BatchGet" }.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));
            Roles.All.ShouldAllBe(role => !reads || Roles.Allow(role, $"codedeploy:{operation}"));
            Roles.Allow("admin", $"codedeploy:{operation}").ShouldBeTrue();
            Roles.Allow("reader", $"codedeploy:{operation}").ShouldBe(reads);
        }
    }

    [Theory]
    [InlineData("deployer", "codedeploy:CreateDeployment", true)]
    [InlineData("deployer", "codedeploy:StopDeployment", true)]
    [InlineData("deployer", "codedeploy:CreateDeploymentGroup", false)]
    [InlineData("deployer", "codedeploy:CreateDeploymentConfig", false)]
    [InlineData("deployer", "codedeploy:DeleteApplication", false)]
    [InlineData("deployer", "codepipeline:StartPipelineExecution", true)]
    [InlineData("deployer", "codepipeline:PutApprovalResult", false)]
    [InlineData("deployer", "codebuild:StartBuildBatch", true)]
    [InlineData("deployer", "codebuild:StartCommandExecution", true)]
    [InlineData("reader", "codebuild:StartSandbox", false)]
    [InlineData("deployer", "codebuild:CreateProject", false)]
    [InlineData("approver", "codedeploy:ContinueDeployment", true)]
    [InlineData("approver", "codedeploy:CreateDeployment", false)]
    [InlineData("approver", "codepipeline:PutApprovalResult", true)]
    [InlineData("publisher", "codeartifact:PublishPackageVersion", true)]
    [InlineData("publisher", "codeartifact:DeletePackage", false)]
    [InlineData("deployer", "codedeploy:PutLifecycleEventHookExecutionStatus", false)]
    [InlineData("deployer", "lambda:Invoke", true)]
    [InlineData("deployer", "lambda:UpdateFunctionCode", true)]
    [InlineData("deployer", "lambda:PublishVersion", true)]
    [InlineData("deployer", "lambda:CreateFunction", false)]
    [InlineData("deployer", "lambda:CreateAlias", false)]
    [InlineData("deployer", "lambda:UpdateAlias", false)]
    [InlineData("deployer", "ecs:RegisterTaskDefinition", true)]
    [InlineData("deployer", "ecs:CreateService", false)]
    [InlineData("deployer", "elasticloadbalancing:ModifyListener", false)]
    [InlineData("deployer", "cloudwatch:PutMetricData", true)]
    [InlineData("deployer", "cloudwatch:SetAlarmState", false)]
    [InlineData("approver", "codedeploy:StopDeployment", false)]
    [InlineData("approver", "codedeploy:SkipWaitTimeForInstanceTermination", false)]
    [InlineData("publisher", "codedeploy:ContinueDeployment", false)]
    [InlineData("reader", "lambda:Invoke", false)]
    [InlineData("reader", "ecs:DescribeServices", true)]
    [InlineData("reader", "ecs:CreateService", false)]
    [InlineData("reader", "codepipeline:GetJobDetails", false)]
    [InlineData("admin", "codepipeline:GetJobDetails", true)]
    [InlineData("builder", "codepipeline:GetJobDetails", true)]
    [InlineData("builder", "codepipeline:PollForJobs", true)]
    [InlineData("builder", "codepipeline:AcknowledgeThirdPartyJob", true)]
    [InlineData("builder", "codepipeline:CreateCustomActionType", false)]
    [InlineData("deployer", "codepipeline:PollForJobs", false)]
    [InlineData("reader", "logs:FilterLogEvents", true)]
    [InlineData("reader", "logs:GetLogEvents", true)]
    [InlineData("reader", "logs:PutLogEvents", false)]
    [InlineData("reader", "ssm:GetParameter", true)]
    [InlineData("reader", "ssm:PutParameter", false)]
    [InlineData("reader", "kms:Decrypt", false)]
    [InlineData("deployer", "kms:Decrypt", false)]
    [InlineData("admin", "kms:Decrypt", true)]
    [InlineData("reader", "secretsmanager:ListSecrets", true)]
    [InlineData("reader", "secretsmanager:GetSecretValue", false)]
    [InlineData("deployer", "secretsmanager:BatchGetSecretValue", false)]
    [InlineData("admin", "secretsmanager:GetSecretValue", true)]
    [InlineData("builder", "secretsmanager:GetSecretValue", true)]
    [InlineData("builder", "kms:Decrypt", true)]
    [InlineData("builder", "ssm:GetParameter", true)]
    [InlineData("builder", "ssm:PutParameter", false)]
    [InlineData("builder", "s3:PutObject", true)]
    [InlineData("builder", "logs:PutLogEvents", true)]
    [InlineData("builder", "codedeploy:RegisterApplicationRevision", true)]
    [InlineData("builder", "codedeploy:CreateDeployment", false)]
    [InlineData("root", "codedeploy:GetDeployment", false)]
    [InlineData("", "codedeploy:GetDeployment", false)]
    [InlineData("Admin", "codedeploy:GetDeployment", false)]
    public void Roles_have_their_rights(string role, string action, bool allowed) => Roles.Allow(role, action).ShouldBe(allowed);
}
