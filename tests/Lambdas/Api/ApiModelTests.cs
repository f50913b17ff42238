using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Lambdas.Tests.Api;

/// <summary>What is built, held against the models.</summary>
public sealed class ApiModelTests
{
    private static readonly ServiceModels _models = new();
    private static readonly ServiceModel _model = _models["codedeploy"];

    private static readonly OperationCatalog _catalog = new(
        new ServiceModels(),
        new ServiceCollection().AddSuite().Where(service => service.ServiceType == typeof(OperationRegistration)).Select(service => (OperationRegistration)service.ImplementationInstance!));

    public static TheoryData<string, string> Built => new(_catalog.Built.Select(one => (one.Service, one.Name)));

    /// <summary>Lists those that a client may not rely on yet.</summary>
    [Theory]
    [InlineData("codedeploy")]
    [InlineData("codebuild")]
    [InlineData("codepipeline")]
    [InlineData("codeartifact")]
    public void No_operation_of_these_is_not_built(string service) => _catalog.NotBuilt(service).ShouldBeEmpty();

    [Fact]
    public void Every_operation_that_is_built_is_in_its_model() =>
        _catalog.Built.Where(one => !_models[one.Service].Operations.ContainsKey(one.Name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Built))]
    public void Every_member_of_an_operations_records_is_in_the_model(string service, string name)
    {
        var operation = _models[service].Operations[name];
        var (_, _, input, output) = _catalog.Built.Single(one => one.Service == service && one.Name == name);
        Strangers(input, operation.Input, "input", []).Concat(Strangers(output, operation.Output, "output", [])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_error_that_the_services_throw_is_in_the_model()
    {
        var errors = Errors().ToList();
        errors.Where(error => !_model.Errors.ContainsKey(error.Code) && error.Code != CommonErrors.Validation).ShouldBeEmpty();
    }

    private static IEnumerable<string> Strangers(Type type, Shape? shape, string at, HashSet<Type> seen)
    {
        var info = SluiceJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            _ when type == typeof(Stream) => shape?.IsStreaming is true ? [] : [at],
            JsonTypeInfoKind.Object when !seen.Add(info.Type) => [],
            JsonTypeInfoKind.Object => info.Properties.SelectMany(property => shape?.Members.GetValueOrDefault(property.Name) is { } member
                ? Strangers(property.PropertyType, member.Shape, $"{at}.{property.Name}", [.. seen])
                : [$"{at}.{property.Name}"]),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => Strangers(info.ElementType!, shape?.Element, $"{at}[]", seen),
            _ => [],
        };
    }

    private static IEnumerable<(string File, string Code)> Errors() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "functions", "Deployments"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        let text = File.ReadAllText(file)
        where text.Contains("ApiException", StringComparison.Ordinal)
        from match in Regex.Matches(text, @"(?:new|ApiException)\(\s*""(?<code>\w+Exception)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        select (Path.GetFileName(file), match.Groups["code"].Value);

    private static string Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Serverless.sln")) ? folder.FullName : Root(folder.Parent!);
}
