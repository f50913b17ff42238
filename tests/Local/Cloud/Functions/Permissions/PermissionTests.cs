using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Functions.Permissions;

public sealed class PermissionTests
{
    [Fact]
    public async Task Permissions_are_kept_shown_and_removed_as_on_AWS()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        var added = await cloud.LambdaAsync("addPermission", new
        {
            FunctionName = "shop", StatementId = "FunctionURLAllowPublicAccess", Action = "lambda:InvokeFunctionUrl", Principal = "*", FunctionUrlAuthType = "NONE",
        });
        await cloud.LambdaAsync("addPermission", new
        {
            FunctionName = "shop", StatementId = "bucket", Action = "lambda:InvokeFunction", Principal = "s3.amazonaws.com", SourceArn = "arn:aws:s3:::bucket", SourceAccount = "123456789012",
        });

        await cloud.StartAsync();
        var read = await cloud.LambdaAsync("getPolicy", new { FunctionName = "shop" });

        const string First =
            """{"Sid":"FunctionURLAllowPublicAccess","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"arn:aws:lambda:us-east-1:000000000000:function:shop","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}}""";
        ((string?)added["Statement"]).ShouldBe(First);
        ((string?)read["Policy"]).ShouldBe(
            """{"Version":"2012-10-17","Id":"default","Statement":[""" + First
            + """,{"Sid":"bucket","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:000000000000:function:shop","Condition":{"StringEquals":{"AWS:SourceAccount":"123456789012"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}}]}""");
        await cloud.LambdaAsync("removePermission", new { FunctionName = "shop", StatementId = "bucket", RevisionId = (string?)read["RevisionId"] });
        await cloud.LambdaAsync("removePermission", new { FunctionName = "shop", StatementId = "FunctionURLAllowPublicAccess" });
        (await cloud.RefusalAsync("lambda:getPolicy", new { FunctionName = "shop" })).ShouldBe("Lambda.ResourceNotFoundException");
    }

    [Fact]
    public async Task An_aliass_permissions_are_its_own_and_gone_with_it()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        await cloud.LambdaAsync("addPermission", new { FunctionName = "shop", Qualifier = "live", StatementId = "one", Action = "lambda:InvokeFunction", Principal = "111122223333" });

        ((string)(await cloud.LambdaAsync("getPolicy", new { FunctionName = "shop:live" }))["Policy"]!).ShouldContain("""{"AWS":"arn:aws:iam::111122223333:root"},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:000000000000:function:shop:live"}""");
        (await cloud.RefusalAsync("lambda:getPolicy", new { FunctionName = "shop" })).ShouldBe("Lambda.ResourceNotFoundException");
        await cloud.LambdaAsync("deleteAlias", new { FunctionName = "shop", Name = "live" });
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        (await cloud.RefusalAsync("lambda:getPolicy", new { FunctionName = "shop:live" })).ShouldBe("Lambda.ResourceNotFoundException");
    }

    [Theory]
    [InlineData("addPermission", "'StatementId':'one'", "Lambda.ResourceConflictException", "The statement id (one) provided already exists. Please provide a new statement id, or remove the existing statement.")]
    [InlineData("addPermission", "'StatementId':'a b','Action':'s3:Get'", "Lambda.ValidationException", "2 validation errors detected: Value 'a b' at 'statementId' failed to satisfy constraint")]
    [InlineData("addPermission", "'FunctionUrlAuthType':'OPEN'", "Lambda.ValidationException", "Value 'OPEN' at 'functionUrlAuthType'")]
    [InlineData("addPermission", "'FunctionUrlAuthType':'NONE'", "Lambda.InvalidParameterValueException", "FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action")]
    [InlineData("addPermission", "'Principal':null", "Lambda.InvalidParameterValueException", "Principal is needed")]
    [InlineData("addPermission", "'Qualifier':'$LATEST'", "Lambda.InvalidParameterValueException", "We currently do not support adding policies for $LATEST.")]
    [InlineData("addPermission", "'Qualifier':'nobody'", "Lambda.ResourceNotFoundException", "shop:nobody")]
    [InlineData("addPermission", "'RevisionId':'stale'", "Lambda.PreconditionFailedException", "")]
    [InlineData("removePermission", "'StatementId':'two'", "Lambda.ResourceNotFoundException", "Statement two is not found in resource policy.")]
    public async Task What_Lambda_refuses_is_refused_in_its_words(string operation, string edit, string error, string says)
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        await cloud.LambdaAsync("addPermission", new { FunctionName = "shop", StatementId = "one", Action = "lambda:InvokeFunction", Principal = "*" });
        var request = new JsonObject { ["FunctionName"] = "shop", ["StatementId"] = "new" };
        if (operation == "addPermission")
        {
            request["Action"] = "lambda:InvokeFunction";
            request["Principal"] = "*";
        }

        var refused = await cloud.RefusedAsync($"lambda:{operation}", EditedRequest.Of(request, edit));

        refused.Error.ShouldBe(error, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Fact]
    public async Task A_policy_of_more_than_20_KB_is_refused()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        var statements = Enumerable.Range(0, 200).Select(n => new { FunctionName = "shop", StatementId = $"s{n}", Action = "lambda:InvokeFunction", Principal = $"{n:000000000000}" });

        var refused = await Should.ThrowAsync<Sluice.Local.StateMachines.Tasks.TaskFailedException>(async () =>
        {
            foreach (var statement in statements)
            {
                await cloud.LambdaAsync("addPermission", statement);
            }
        });

        refused.Error.ShouldBe("Lambda.PolicyLengthExceededException");
    }
}
