using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>What CodePipeline's operations refuse. None is built yet; whoever builds one gives it a good input and a refusal for each error that it declares.</summary>
public sealed class CodePipelineRefusalTests : IDisposable
{
    private static readonly ServiceModel _model = new ServiceModels()["codepipeline"];

    /// <summary>An input of each operation that there is.</summary>
    private static readonly InputSet _inputs = new(new Dictionary<string, string>());

    private static readonly Refusal[] _all = [];
    private static readonly UnreachableError[] _unreachable = [];
    private static readonly ModelRefusals _refusals = new(_model, _inputs, _all, _unreachable);
    private readonly ServiceOnTheWire _service = new("codepipeline", services => services.AddPipelines());

    public static TheoryData<string> Operations => [.. _model.Operations.Keys];

    [Fact]
    public void Every_error_of_what_is_built_is_provoked_or_it_is_said_why_it_cannot_be() => _refusals.ProvokesOrExplains(_service.Built);

    /// <summary>What is built refuses what its model says; what is not says that it is not, by its name.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Whatever_is_sent_the_error_is_one_that_clients_know(string operation)
    {
        if (!_service.Built.Contains(operation))
        {
            await _refusals.IsNotBuiltAsync(_service, operation);
            return;
        }

        await _refusals.DeclaresAnErrorForEachConstraintAsync(_service, operation);
        await _refusals.TakesOrRefusesTextOfAnyLengthAsync(_service, operation);
    }

    public void Dispose() => _service.Dispose();
}
