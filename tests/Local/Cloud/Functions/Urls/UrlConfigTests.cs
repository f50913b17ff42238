using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Functions.Urls;

/// <summary>Function URLs as they are made, read, changed and gone.</summary>
public sealed class UrlConfigTests
{
    [Fact]
    public async Task A_functions_url_is_made_read_and_changed_and_keeps_its_address()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();

        var created = await cloud.LambdaAsync("createFunctionUrlConfig", new { FunctionName = "shop", AuthType = "NONE", Cors = new { AllowOrigins = new[] { "https://shop.example" }, MaxAge = 60 } });
        var changed = await cloud.LambdaAsync("updateFunctionUrlConfig", new { FunctionName = "shop", AuthType = "AWS_IAM", InvokeMode = "RESPONSE_STREAM" });
        var read = await cloud.LambdaAsync("getFunctionUrlConfig", new { FunctionName = "shop" });

        ((string)created["FunctionUrl"]!).ShouldMatch(@"^http://[a-z0-9]{32}\.lambda-url\.us-east-1\.localhost:9/$");
        ((string?)created["FunctionArn"]).ShouldBe("arn:aws:lambda:us-east-1:000000000000:function:shop");
        ((string?)created["InvokeMode"]).ShouldBe("BUFFERED");
        ((string)created["CreationTime"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        created["LastModifiedTime"].ShouldBeNull();
        created["Cors"]!.ToJsonString().ShouldBe("""{"AllowOrigins":["https://shop.example"],"MaxAge":60}""");
        ((string?)changed["AuthType"]).ShouldBe("AWS_IAM");
        ((string?)changed["InvokeMode"]).ShouldBe("RESPONSE_STREAM");
        changed["Cors"]!.ToJsonString().ShouldBe(created["Cors"]!.ToJsonString());
        ((string?)changed["FunctionUrl"]).ShouldBe((string?)created["FunctionUrl"]);
        ((string?)changed["CreationTime"]).ShouldBe((string?)created["CreationTime"]);
        read.ToJsonString().ShouldBe(changed.ToJsonString());
    }

    [Fact]
    public async Task Empty_settings_of_CORS_take_those_that_were_there_away()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        await cloud.LambdaAsync("createFunctionUrlConfig", new { FunctionName = "shop", AuthType = "NONE", Cors = new { AllowOrigins = new[] { "*" } } });

        var changed = await cloud.LambdaAsync("updateFunctionUrlConfig", new { FunctionName = "shop", Cors = new { } });

        changed["Cors"].ShouldBeNull();
    }

    [Fact]
    public async Task Urls_outlive_a_restart_and_an_aliass_is_gone_with_it()
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        await cloud.LambdaAsync("createFunctionUrlConfig", new { FunctionName = "shop", AuthType = "NONE" });
        var url = await cloud.LambdaAsync("createFunctionUrlConfig", new { FunctionName = "shop", Qualifier = "live", AuthType = "NONE" });

        await cloud.StartAsync();

        (await ArnsAsync(cloud)).ShouldBe(["arn:aws:lambda:us-east-1:000000000000:function:shop", "arn:aws:lambda:us-east-1:000000000000:function:shop:live"]);
        (await cloud.LambdaAsync("getFunctionUrlConfig", new { FunctionName = "shop:live" }))["FunctionUrl"]!.ToString().ShouldBe((string?)url["FunctionUrl"]);
        await cloud.LambdaAsync("deleteAlias", new { FunctionName = "shop", Name = "live" });
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        (await ArnsAsync(cloud)).ShouldBe(["arn:aws:lambda:us-east-1:000000000000:function:shop"]);
        await cloud.LambdaAsync("deleteFunctionUrlConfig", new { FunctionName = "shop" });
        (await ArnsAsync(cloud)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("createFunctionUrlConfig", "'AuthType':null", "Lambda.ValidationException", "1 validation error detected: Value null at 'authType' failed to satisfy constraint: Member must not be null")]
    [InlineData("createFunctionUrlConfig", "'AuthType':'OPEN','InvokeMode':'FAST'", "Lambda.ValidationException", "2 validation errors detected: Value 'OPEN' at 'authType' failed to satisfy constraint: Member must satisfy enum value set: [NONE, AWS_IAM]; Value 'FAST' at 'invokeMode'")]
    [InlineData("createFunctionUrlConfig", "'Qualifier':'1'", "Lambda.ValidationException", "Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern")]
    [InlineData("createFunctionUrlConfig", "'FunctionName':'shop:1'", "Lambda.ValidationException", "Value '1' at 'qualifier'")]
    [InlineData("createFunctionUrlConfig", "'Qualifier':'$LATEST'", "Lambda.ValidationException", "Value '$LATEST' at 'qualifier'")]
    [InlineData("createFunctionUrlConfig", "'Cors':{'AllowMethods':['OPTIONS']}", "Lambda.ValidationException", "Value '[OPTIONS]' at 'cors.allowMethods' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 6,")]
    [InlineData("createFunctionUrlConfig", "'Cors':{'MaxAge':86401}", "Lambda.ValidationException", "Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value less than or equal to 86400")]
    [InlineData("createFunctionUrlConfig", "'Cors':{'AllowOrigins':['']}", "Lambda.ValidationException", "at 'cors.allowOrigins'")]
    [InlineData("createFunctionUrlConfig", "'Cors':{'ExposeHeaders':['x\\nSet-Cookie: a']}", "Lambda.ValidationException", "at 'cors.exposeHeaders'")]
    [InlineData("createFunctionUrlConfig", "'Qualifier':'nobody'", "Lambda.ResourceNotFoundException", "Function does not exist")]
    [InlineData("createFunctionUrlConfig", "'FunctionName':'nobody'", "Lambda.ResourceNotFoundException", "Function does not exist")]
    [InlineData("createFunctionUrlConfig", "'Qualifier':'live'", "Lambda.ResourceConflictException", "Failed to create function url config for [functionArn = arn:aws:lambda:us-east-1:000000000000:function:shop:live]. Error message:  FunctionUrlConfig exists for this Lambda function")]
    [InlineData("getFunctionUrlConfig", "'AuthType':null", "Lambda.InvalidParameterValueException", "AuthType")]
    [InlineData("getFunctionUrlConfig", "", "Lambda.ResourceNotFoundException", "The resource you requested does not exist.")]
    [InlineData("updateFunctionUrlConfig", "'AuthType':'NONE'", "Lambda.ResourceNotFoundException", "The resource you requested does not exist.")]
    [InlineData("deleteFunctionUrlConfig", "", "Lambda.ResourceNotFoundException", "The resource you requested does not exist.")]
    [InlineData("listFunctionUrlConfigs", "'FunctionName':'nobody'", "Lambda.ResourceNotFoundException", "Function does not exist")]
    public async Task What_Lambda_refuses_is_refused_in_its_words(string operation, string edit, string error, string says)
    {
        await using var cloud = await CloudUnderTest.WithFunctionAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        await cloud.LambdaAsync("createFunctionUrlConfig", new { FunctionName = "shop", Qualifier = "live", AuthType = "NONE" });
        var request = new JsonObject { ["FunctionName"] = "shop" };
        if (operation == "createFunctionUrlConfig")
        {
            request["AuthType"] = "NONE";
        }

        var refused = await cloud.RefusedAsync($"lambda:{operation}", EditedRequest.Of(request, edit));

        refused.Error.ShouldBe(error, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    private static async Task<List<string>> ArnsAsync(CloudUnderTest cloud) =>
        [.. (await cloud.LambdaAsync("listFunctionUrlConfigs", new { FunctionName = "shop" }))["FunctionUrlConfigs"]!.AsArray().Select(url => (string)url!["FunctionArn"]!)];
}
