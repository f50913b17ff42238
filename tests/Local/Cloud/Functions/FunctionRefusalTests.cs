using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.StateMachines.Tasks;

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
    [InlineData("createFunction", "'Role':'shop'", "Lambda.ValidationException", "Value 'shop' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::")]
    [InlineData("updateFunctionConfiguration", "'Role':'arn:aws:iam::1:role/shop'", "Lambda.ValidationException", "at 'role'")]
    [InlineData("createFunction", "'PackageType':'Image'", Invalid, "PackageType is 'Image': this machine runs packages of the type Zip only")]
    [InlineData("createFunction", "'Architectures':['arm64','x86_64']", "Lambda.ValidationException", "at 'architectures' failed to satisfy constraint: Member must have length less than or equal to 1")]
    [InlineData("updateFunctionCode", "'Architectures':['mips']", Invalid, "Architectures is [mips]: this machine runs")]
    [InlineData("createFunction", "'DeadLetterConfig':{'TargetArn':'queue'}", Invalid, "The dead-letter target 'queue' is not the ARN of an SQS queue or an SNS topic")]
    [InlineData("publishVersion", "'FunctionName':'arn:aws:lambda:eu-west-1:000000000000:function:shop'", "Lambda.ResourceNotFoundException", "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')")]
    [InlineData("publishVersion", "'FunctionName':'arn:aws:lambda:us-east-1:999999999999:function:shop'", "Lambda.AccessDeniedException", "no resource-based policy allows")]
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
        var refused = await cloud.RefusedAsync($"lambda:{operation}", EditedRequest.Of(request, edit));

        refused.Error.ShouldBe(error, refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Theory]
    [InlineData(4070, false)]
    [InlineData(4100, true)]
    public async Task More_than_4_KB_of_variables_are_refused_as_AWS_measures_them(int length, bool refused)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var change = cloud.LambdaAsync("updateFunctionConfiguration", new { FunctionName = "shop", Environment = new { Variables = new { TABLE = new string('x', length) } } });

        if (refused)
        {
            (await Should.ThrowAsync<TaskFailedException>(() => change)).Cause.ShouldContain("exceeded the 4KB limit");
        }
        else
        {
            await change;
        }
    }

    [Theory]
    [InlineData("echo no shebang", 0x1ED, "exec format error")]
    [InlineData("#!/bin/sh", 0x1A4, "permission denied")]
    public async Task A_bootstrap_that_the_system_does_not_execute_is_refused(string text, int mode, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no Unix modes on Windows.");
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var code = await cloud.StoreAsync(TestPackages.Zip(archive => TestPackages.Add(archive, "bootstrap", text, TestPackages.File | mode)));

        var (error, cause) = await cloud.RefusedAsync("lambda:createFunction", new { FunctionName = "new", Runtime = "provided.al2023", Role = "arn:aws:iam::000000000000:role/shop", Code = code });

        error.ShouldBe(Invalid);
        cause.ShouldContain($"fork/exec bootstrap: {says}");
    }

    [Theory]
    [InlineData("{", InvocationType.RequestResponse, "Lambda.InvalidRequestContentException")]
    [InlineData("order=1", InvocationType.Event, "Lambda.InvalidRequestContentException")]
    [InlineData("", InvocationType.DryRun, "Lambda.InvalidRequestContentException")]
    [InlineData("large", InvocationType.Event, "Lambda.RequestTooLargeException")]
    public async Task A_payload_that_Lambda_does_not_take_is_refused(string payload, InvocationType type, string error)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var text = payload == "large" ? $"\"{new string('x', 1024 * 1024)}\"" : payload;

        var refused = await Should.ThrowAsync<TaskFailedException>(() => cloud.Services.Functions.InvokeAsync(new InvocationRequest("shop", null, Encoding.UTF8.GetBytes(text)) { Type = type }));

        refused.Error.ShouldBe(error);
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
