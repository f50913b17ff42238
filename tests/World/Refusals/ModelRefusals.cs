using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World.Refusals;

/// <summary>
/// What a service refuses, over the wire: each error that an operation's model declares is provoked or it is said why it cannot be, and nothing that a user sends
/// is a fault of ours or an error that a client does not know. A service gives the cases; the model gives the rest.
/// </summary>
internal sealed class ModelRefusals(ServiceModel model, InputSet inputs, IReadOnlyList<Refusal> refusals, IReadOnlyList<UnreachableError> unreachable)
{
    private static readonly string[] _common = [CommonErrors.Serialization, CommonErrors.Validation];
    private static readonly string[] _texts = [new('x', 3_000), string.Concat(Enumerable.Repeat("😀", 1_000)), "a\ud800"];

    /// <summary>What is wrong is refused by its error, which says so, and nothing is written.</summary>
    public async Task RefusesAsync(IRefusingWorld world, Refusal refusal)
    {
        var before = world.Writes;

        var (status, answer) = await world.AskAsync(refusal.Operation, inputs.Edited(refusal.Operation, refusal.Edit));

        status.ShouldBeInRange(400, 499, answer?.ToJsonString());
        CodeOf(answer).ShouldBe(refusal.Error, answer!.ToJsonString());
        ((string)answer["message"]!).ShouldContain(refusal.Says);
        world.Writes.ShouldBe(before, "a refused request writes nothing");
    }

    /// <summary>Without what is wrong it is accepted, so that each refusal is due to its edit.</summary>
    public async Task AcceptsAsync(IRefusingWorld world, string operation)
    {
        var (status, answer) = await world.AskAsync(operation, inputs.Of(operation));
        status.ShouldBe(200, answer?.ToJsonString());
    }

    /// <summary>Each error that an operation declares is provoked by a refusal, or listed with the reason why it cannot be; not both, and nothing else is.</summary>
    /// <param name="built">The operations that there are.</param>
    public void ProvokesOrExplains(IEnumerable<string> built)
    {
        var operations = built.ToList();
        var declared = operations.SelectMany(name => model.Operations[name].Errors.Select(error => (name, error))).ToList();
        var provoked = refusals.Select(one => (one.Operation, one.Error)).ToHashSet();
        var explained = unreachable.SelectMany(one => one.Operations.Select(operation => (operation, one.Error))).ToList();

        operations.Except(inputs.Operations).ShouldBeEmpty("without a good input");
        declared.Except(provoked).Except(explained).ShouldBeEmpty("neither provoked nor explained");
        explained.Intersect(provoked).ShouldBeEmpty("explained as unreachable, and provoked");
        explained.Concat(provoked).Except(declared).ShouldBeEmpty("not in the model, or not built");
        unreachable.Where(one => string.IsNullOrWhiteSpace(one.Why)).ShouldBeEmpty("without a reason");
    }

    /// <summary>Whatever a user sends becomes part of a key somewhere, and the table takes no key of any length: it is for the operation to say so.</summary>
    public async Task TakesOrRefusesTextOfAnyLengthAsync(IRefusingWorld world, string operation)
    {
        var shape = model.Operations[operation].Input;
        foreach (var path in shape is null ? [] : InputPath.All(shape).Where(path => path.Shape.Type == ShapeType.String))
        {
            foreach (var text in _texts)
            {
                var (status, answer) = await world.AskAsync(operation, path.In(inputs.Of(operation), text));
                status.ShouldBeLessThan(500, $"{operation} {path}: {answer?.ToJsonString()}");
                if (status != 200)
                {
                    model.Operations[operation].Errors.Concat(_common).ShouldContain(CodeOf(answer), $"{operation} {path}: {answer!.ToJsonString()}");
                }
            }
        }
    }

    /// <summary>Each constraint of the operation's input is refused when it is broken, by an error that the operation declares, and nothing is written.</summary>
    /// <param name="world">Where.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="undeclared">Operations and places, divided by a blank, for which the operation declares no error that fits.</param>
    public async Task DeclaresAnErrorForEachConstraintAsync(IRefusingWorld world, string operation, params string[] undeclared)
    {
        var before = world.Writes;
        foreach (var broken in BrokenInput.All(model.Operations[operation], inputs.Of(operation)))
        {
            var (status, answer) = await world.AskAsync(operation, broken.Input);

            var what = $"{operation} {broken.Path}, {broken.What}: {answer?.ToJsonString()}";
            status.ShouldBeInRange(400, 499, what);
            IReadOnlyCollection<string> expected = undeclared.Contains($"{operation} {broken.Path}") ? _common : [.. model.Operations[operation].Errors];
            expected.ShouldContain(CodeOf(answer), what);
            unreachable.Where(one => one.Error == CodeOf(answer) && one.Operations.Contains(operation)).ShouldBeEmpty($"explained as unreachable, and provoked by {what}");
        }

        world.Writes.ShouldBe(before, "a refused request writes nothing");
    }

    /// <summary>An operation that is not built says so by its name, whatever it is sent, so that no client takes it for another fault.</summary>
    public async Task IsNotBuiltAsync(IRefusingWorld world, string operation)
    {
        var (status, answer) = await world.AskAsync(operation, []);
        (status, CodeOf(answer)).ShouldBe((501, CommonErrors.NotImplemented));
        ((string)answer!["message"]!).ShouldContain($"{model.Name}:{operation} is not built yet");
        world.Writes.ShouldBe(0);
    }

    private static string? CodeOf(JsonNode? answer) => (string?)answer?["__type"];
}
