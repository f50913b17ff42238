using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Functions;

/// <summary>What Lambda, or this machine, refuses, with what was expected.</summary>
public sealed class FunctionRefusalTests
{
    private const string Invalid = "Lambda.InvalidParameterValueException";

    // As AWS answered it to many who published it.
    private const string Reserved =
        "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ";

    [Theory]
    [InlineData("createFunction", "'FunctionName':null", Invalid, "FunctionName is needed")]
    [InlineData("createFunction", "'FunctionName':'new:live'", Invalid, "FunctionName new:live must not have a qualifier here")]
    [InlineData("createFunction", "'Runtime':null", Invalid, "Runtime is needed")]
    [InlineData("createFunction", "'Role':null", Invalid, "Role is needed")]
    [InlineData("createFunction", "'Timeout':901", Invalid, "Timeout is 901, and must be 1 to 900 seconds")]
    [InlineData("createFunction", "'MemorySize':64", Invalid, "MemorySize is 64, and must be 128 to 10240 MB")]
    [InlineData("createFunction", "'Environment':{'Variables':{'1A':'x'}}", Invalid, "'1A' is no environment variable's name: expected a letter, then one or more letters, digits and '_'")]
    [InlineData("createFunction", "'Environment':{'Variables':{'A':'x'}}", Invalid, "'A' is no environment variable's name: expected a letter, then one or more letters, digits and '_'")]
    [InlineData("createFunction", "'Environment':{'Variables':{'AWS_REGION':'x','TABLE':'y','AWS_LAMBDA_RUNTIME_API':'z'}}", Invalid, Reserved + "AWS_LAMBDA_RUNTIME_API, AWS_REGION")]
    [InlineData("updateFunctionConfiguration", "'Environment':{'Variables':{'_HANDLER':'x'}}", Invalid, Reserved + "_HANDLER")]
    [InlineData("updateFunctionConfiguration", "'Environment':{'Variables':{'AWS_SESSION_TOKEN':'x'}}", Invalid, Reserved + "AWS_SESSION_TOKEN")]
    [InlineData("createFunction", "'Code':{}", Invalid, "Either ZipFile, or S3Bucket and S3Key are needed")]
    [InlineData("createFunction", "'Code':{'S3Bucket':'artifacts','S3Key':'none.zip'}", Invalid, "The specified key does not exist: s3://artifacts/none.zip")]
    [InlineData("createFunction", "'FunctionName':'shop'", "Lambda.ResourceConflictException", "The function shop")]
    [InlineData("updateFunctionCode", "'FunctionName':'nobody'", "Lambda.ResourceNotFoundException", "nobody")]
    [InlineData("publishVersion", "'CodeSha256':'other'", Invalid, "CodeSHA256 (other) is different from current CodeSHA256 in $LATEST")]
    [InlineData("publishVersion", "'RevisionId':'other'", "Lambda.PreconditionFailedException", "")]
    [InlineData("publishVersion", "'FunctionName':'nobody'", "Lambda.ResourceNotFoundException", "nobody")]
    [InlineData("createAlias", "'Name':'7'", Invalid, "'7' is no alias name: expected 1 to 128 letters, digits, '-' and '_', not digits only")]
    [InlineData("createAlias", "'Name':null", Invalid, "Name is needed")]
    [InlineData("createAlias", "'FunctionVersion':null", Invalid, "FunctionVersion is needed")]
    [InlineData("createAlias", "'FunctionVersion':'9'", "Lambda.ResourceNotFoundException", "shop:9")]
    [InlineData("getAlias", "'Name':'nobody'", "Lambda.ResourceNotFoundException", "nobody")]
    public async Task A_request_that_cannot_be_is_refused_with_what_was_expected(string operation, string edit, string error, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var request = Good(operation, await cloud.StoreAsync(TestPackages.Dotnet("new")));
        foreach (var (member, value) in JsonNode.Parse($"{{{edit}}}".Replace('\'', '"'))!.AsObject())
        {
            request[member] = value?.DeepClone();
        }

        var refused = await cloud.RefusedAsync($"lambda:{operation}", request);

        refused.Error.ShouldBe(error, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Theory]
    [InlineData("'Role':'arn:aws:iam::000000000000:role/other'", "must have the same execution role")]
    [InlineData("'DeadLetterConfig':{'TargetArn':'arn:aws:sqs:us-east-1:000000000000:dead'}", "must have the same dead-letter queue configuration")]
    public async Task An_alias_does_not_divide_its_traffic_between_versions_that_differ(string change, string says)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });
        await cloud.LambdaAsync("updateFunctionConfiguration", JsonNode.Parse($"{{'FunctionName':'shop',{change}}}".Replace('\'', '"'))!);
        await cloud.LambdaAsync("publishVersion", new { FunctionName = "shop" });

        var refused = await cloud.RefusedAsync("lambda:createAlias", new
        {
            FunctionName = "shop",
            Name = "live",
            FunctionVersion = "1",
            RoutingConfig = new { AdditionalVersionWeights = new Dictionary<string, double> { ["2"] = 0.5 } },
        });

        refused.Error.ShouldBe(Invalid);
        refused.Cause.ShouldContain(says);
    }

    // Without the edit it would be taken.
    private static JsonObject Good(string operation, JsonObject code) => operation switch
    {
        "createFunction" => new JsonObject
        {
            ["FunctionName"] = "new",
            ["Runtime"] = "dotnet10",
            ["Handler"] = "Sluice.TestFunction",
            ["Role"] = "arn:aws:iam::000000000000:role/shop",
            ["Code"] = code,
        },
        "updateFunctionCode" => new JsonObject { ["FunctionName"] = "shop", ["S3Bucket"] = (string?)code["S3Bucket"], ["S3Key"] = (string?)code["S3Key"] },
        "createAlias" => new JsonObject { ["FunctionName"] = "shop", ["Name"] = "live", ["FunctionVersion"] = "$LATEST" },
        _ => new JsonObject { ["FunctionName"] = "shop" },
    };
}
