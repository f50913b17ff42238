using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.World.Refusals;

namespace Sluice.Platform.Tests.Refusals;

/// <summary>What holds every service's refusals finds each fault that is planted, in an operation of CodePipeline.</summary>
public sealed class ModelRefusalsTests : IDisposable
{
    private const string Operation = "ListDeployActionExecutionTargets";
    private static readonly ServiceModel _model = new ServiceModels()["codepipeline"];
    private static readonly InputSet _inputs = new(new Dictionary<string, string> { [Operation] = "'actionExecutionId':'one','pipelineName':'shop'" });

    private static readonly Refusal[] _all =
    [
        new(Operation, "ValidationException", "{'actionExecutionId':null}", "'actionExecutionId'"),
        new(Operation, "PipelineNotFoundException", "{'pipelineName':'nothing'}", "'nothing'"),
        new(Operation, "InvalidNextTokenException", "{'nextToken':'nonsense'}", "was not given out for this listing"),
        new(Operation, "ActionExecutionNotFoundException", "{'actionExecutionId':'nothing'}", "'nothing'"),
    ];

    private readonly PlayedPipelines _world = new();

    [Fact]
    public async Task Lets_an_operation_pass_that_refuses_as_its_model_says()
    {
        var right = Of(_all);

        right.ProvokesOrExplains([Operation]);
        await right.AcceptsAsync(_world, Operation);
        await right.TakesOrRefusesTextOfAnyLengthAsync(_world, Operation);
        await right.DeclaresAnErrorForEachConstraintAsync(_world, Operation);
        foreach (var refusal in _all)
        {
            await right.RefusesAsync(_world, refusal);
        }
    }

    [Fact]
    public void Finds_an_error_that_is_neither_provoked_nor_explained() =>
        Finds(() => Of(_all[1..]).ProvokesOrExplains([Operation]), "ValidationException");

    [Fact]
    public void Finds_an_error_that_is_explained_and_provoked() =>
        Finds(() => Of(_all, new UnreachableError("PipelineNotFoundException", "as the test wants it", Operation)).ProvokesOrExplains([Operation]), "PipelineNotFoundException");

    [Fact]
    public void Finds_an_explanation_of_what_is_not_declared() =>
        Finds(() => Of(_all, new UnreachableError("JobNotFoundException", "as the test wants it", Operation)).ProvokesOrExplains([Operation]), "JobNotFoundException");

    [Fact]
    public void Finds_an_operation_that_was_built_without_cases() =>
        Finds(() => Of(_all).ProvokesOrExplains([Operation, "GetPipeline"]), "GetPipeline");

    [Fact]
    public async Task Finds_another_error_than_was_expected()
    {
        _world.Play = _ => throw new ApiException("ActionExecutionNotFoundException", "There is no 'nothing'.");
        await FindsAsync(() => Of(_all).RefusesAsync(_world, _all[1]), "ActionExecutionNotFoundException");
    }

    [Fact]
    public async Task Finds_a_message_that_does_not_say_what_is_wrong()
    {
        _world.Play = _ => throw new ApiException("PipelineNotFoundException", "No.");
        await FindsAsync(() => Of(_all).RefusesAsync(_world, _all[1]), "No.");
    }

    [Fact]
    public async Task Finds_a_refusal_that_writes()
    {
        _world.Play = input =>
        {
            _world.Writes++;
            return PlayedPipelines.Right(input);
        };
        await FindsAsync(() => Of(_all).RefusesAsync(_world, _all[1]), "a refused request writes nothing");
    }

    [Fact]
    public async Task Finds_what_should_be_refused_and_is_accepted()
    {
        _world.Play = _ => new ListDeployActionExecutionTargetsOutput(null);
        await FindsAsync(() => Of(_all).RefusesAsync(_world, _all[1]), "");
    }

    [Fact]
    public async Task Finds_an_input_that_is_not_good()
    {
        _world.Play = _ => throw new ApiException("PipelineNotFoundException", "There is none.");
        await FindsAsync(() => Of(_all).AcceptsAsync(_world, Operation), "PipelineNotFoundException");
    }

    [Fact]
    public async Task Finds_a_text_that_is_too_long_for_the_operation()
    {
        _world.Play = input => input.ActionExecutionId.Length > 100 ? throw new TimeoutException("the table takes no such key") : PlayedPipelines.Right(input);
        await FindsAsync(() => Of(_all).TakesOrRefusesTextOfAnyLengthAsync(_world, Operation), "actionExecutionId");
    }

    [Fact]
    public async Task Finds_a_text_that_is_refused_by_an_error_which_is_not_declared()
    {
        _world.Play = input => input.ActionExecutionId.Length > 100 ? throw new ApiException("LimitExceededException", "too long") : PlayedPipelines.Right(input);
        await FindsAsync(() => Of(_all).TakesOrRefusesTextOfAnyLengthAsync(_world, Operation), "LimitExceededException");
    }

    [Fact]
    public async Task Finds_an_error_that_is_explained_and_that_an_input_provokes() => await FindsAsync(
        () => Of(_all, new UnreachableError("ValidationException", "as the test wants it", Operation)).DeclaresAnErrorForEachConstraintAsync(_world, Operation),
        "explained as unreachable, and provoked");

    [Fact]
    public async Task Says_of_each_operation_that_is_not_built_that_it_is_not()
    {
        foreach (var operation in _model.Operations.Keys.Where(name => name != Operation))
        {
            await Of(_all).IsNotBuiltAsync(_world, operation);
        }

        await FindsAsync(() => Of(_all).IsNotBuiltAsync(_world, Operation), "");
    }

    [Fact]
    public void Breaks_each_constraint_of_an_input_once() =>
        BrokenInput.All(_model.Operations[Operation], _inputs.Of(Operation)).Select(broken => $"{broken.Path}, {broken.What}").ShouldBe(
            [
                "actionExecutionId, it must be there", "filters.[].name, one of its values", "filters.[].values.[], least length", "maxResults, least value", "maxResults, greatest value",
                "nextToken, least length", "nextToken, greatest length", "pipelineName, least length", "pipelineName, greatest length", "pipelineName, pattern",
            ],
            ignoreOrder: true);

    public void Dispose() => _world.Dispose();

    private static ModelRefusals Of(IReadOnlyList<Refusal> refusals, params UnreachableError[] unreachable) => new(_model, _inputs, refusals, unreachable);

    private static void Finds(Action check, string what) => Assert.Throws<ShouldAssertException>(check).Message.ShouldContain(what);

    private static async Task FindsAsync(Func<Task> check, string what) => (await Assert.ThrowsAsync<ShouldAssertException>(check)).Message.ShouldContain(what);
}
