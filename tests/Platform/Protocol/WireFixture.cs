using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Tests.Protocol;

/// <summary>The endpoint with a few operations behind it and everyone let in.</summary>
internal sealed class WireFixture : IRequestGate
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<IRecorded, Recorded>()
        .AddOperation<GetDeployment>("codedeploy")
        .AddOperation<ListTagsForResource>("codedeploy")
        .AddOperation<DeleteApplication>("codedeploy")
        .AddOperation<ListDeployments>("codedeploy")
        .BuildServiceProvider();

    public WireFixture()
    {
        var models = Models;
        var ids = Substitute.For<IIds>();
        ids.Uuid().Returns("the-request");
        Endpoint = new ApiEndpoint(models, new OperationCatalog(models, _services.GetServices<OperationRegistration>()), this, _services, ids, NullLogger<ApiEndpoint>.Instance);
    }

    public ServiceModels Models { get; } = new();

    public ApiEndpoint Endpoint { get; }

    public Recorded Operations => (Recorded)_services.GetRequiredService<IRecorded>();

    public Exception? Refusal { get; set; }

    public Task<ApiResponse> AnswerAsync(string operation, string body) => AnswerAsync($"CodeDeploy_20141006.{operation}", Encoding.UTF8.GetBytes(body));

    public Task<ApiResponse> AnswerAsync(string target, byte[] body) =>
        Endpoint.AnswerAsync(new ApiRequest("POST", "/", "", [new("x-amz-target", target)], body), TestContext.Current.CancellationToken);

    public async Task<(int Status, string Code, string Message)> RefusedAsync(string operation, string body)
    {
        var response = await AnswerAsync(operation, body);
        var answer = JsonNode.Parse(response.Body.Span)!;
        return (response.Status, (string)answer["__type"]!, (string)answer["message"]!);
    }

    public Task<Caller?> AdmitAsync(ApiRequest request, RoutedOperation operation, CancellationToken cancellationToken) =>
        Refusal is { } refusal ? throw refusal : Task.FromResult<Caller?>(new Caller("AKIAEXAMPLE", "admin"));
}
