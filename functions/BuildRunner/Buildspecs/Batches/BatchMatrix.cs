using System.Text;
using Sluice.BuildContract.Batches;
using Sluice.Platform.Documents;

namespace Sluice.BuildRunner.Buildspecs.Batches;

/// <summary>Reads <c>build-matrix</c>: one build for each combination of the dynamic values, the last of which change fastest.</summary>
internal static class BatchMatrix
{
    private const int LongestIdentifier = 128;

    public static IReadOnlyList<BatchBuild> Read(MappingReader batch, string name) => batch.OptionalMapping(name, matrix =>
    {
        var ignoreFailure = false;
        var environment = matrix.OptionalMapping("static", common =>
        {
            ignoreFailure = common.OptionalBool("ignore-failure") ?? false;
            return common.OptionalMapping("env", BatchVariables.Environment);
        });
        var start = new BatchBuild("", [], ignoreFailure, null, null, environment ?? BatchEnvironment.AsProject, null);
        var dimensions = matrix.RequiredMapping("dynamic", Dimensions) ?? [];
        return Combine(matrix, start, dimensions);
    }) ?? [];

    private static List<BatchDimension> Dimensions(MappingReader dynamic)
    {
        var dimensions = new List<BatchDimension>();
        Add(dimensions, dynamic, "buildspec", (build, value) => build with { Buildspec = value });
        dynamic.OptionalMapping("env", env =>
        {
            Add(dimensions, env, "compute-type", (build, value) => build with { Environment = build.Environment with { ComputeType = value } });
            Add(dimensions, env, "fleet", (build, value) => build with { Environment = build.Environment with { Fleet = value } });
            Add(dimensions, env, "image", (build, value) => build with { Environment = build.Environment with { Image = value } });
            return env.OptionalMapping("variables", variables => Variables(dimensions, env, variables));
        });
        if (dimensions.Count == 0)
        {
            dynamic.Fault("is empty; expected lists of values, e.g. env.variables.NAME: [a, b]");
        }

        return dimensions;
    }

    private static bool Variables(List<BatchDimension> dimensions, MappingReader env, MappingReader variables)
    {
        BatchVariables.Check(env, variables.Names);
        foreach (var name in variables.Names)
        {
            Add(dimensions, variables, name, (build, value) => build with
            {
                Environment = build.Environment with { Variables = new Dictionary<string, string>(build.Environment.Variables, StringComparer.Ordinal) { [name] = value } },
            });
        }

        return true;
    }

    private static void Add(List<BatchDimension> dimensions, MappingReader map, string member, Func<BatchBuild, string, BatchBuild> set)
    {
        if (!map.Has(member))
        {
            return;
        }

        var values = map.ListOfStrings(member, orOne: true);
        if (map.Node(member) is SequenceNode { Items.Count: 0 })
        {
            map.Fault(member, "is empty; expected a list of values");
        }

        if (values.Count > 0)
        {
            dimensions.Add(new BatchDimension(values, set));
        }
    }

    private static IReadOnlyList<BatchBuild> Combine(MappingReader matrix, BatchBuild start, List<BatchDimension> dimensions)
    {
        var count = dimensions.Aggregate(1.0, (product, dimension) => product * dimension.Values.Count);
        if (count > BatchPlan.MostBuilds)
        {
            matrix.Fault("dynamic", $"makes {count:0} builds ({string.Join(" x ", dimensions.Select(dimension => dimension.Values.Count))}); a batch has {BatchPlan.MostBuilds} at most");
            return [];
        }

        IReadOnlyList<(BatchBuild Build, string Name)> builds = [(start, "")];
        foreach (var dimension in dimensions)
        {
            builds = [.. builds.SelectMany(_ => dimension.Values, (before, value) => (dimension.Set(before.Build, value), dimension.Values.Count > 1 ? $"{before.Name}_{value}" : before.Name))];
        }

        return [.. Named(builds)];
    }

    // The values that differ tell builds apart. CodeBuild does not document what it calls them.
    private static IEnumerable<BatchBuild> Named(IReadOnlyList<(BatchBuild Build, string Name)> builds)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (build, name) in builds)
        {
            var plain = Plain(name) is { Length: > 0 } some ? some : "build";
            var identifier = plain;
            for (var n = 2; !taken.Add(identifier); n++)
            {
                identifier = $"{plain[..Math.Min(plain.Length, LongestIdentifier - 4)]}_{n}";
            }

            yield return build with { Identifier = identifier };
        }
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || (plain.Length > 0 && plain[^1] != '_'))
            {
                plain.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
            }
        }

        return plain.ToString(0, Math.Min(plain.Length, LongestIdentifier)).TrimEnd('_');
    }
}
