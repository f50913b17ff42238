namespace Sluice.Shapes.Tests;

/// <summary>What a structure of a model is in C#.</summary>
public sealed class ShapeTests
{
    private const string Scalars = """
        "Text": { "type": "string" }, "Count": { "type": "integer" }, "Size": { "type": "long" }, "Share": { "type": "double" }, "Flag": { "type": "boolean" },
        "Moment": { "type": "timestamp" }, "Bytes": { "type": "blob" }, "Body": { "type": "blob", "streaming": true },
        "Texts": { "type": "list", "member": { "shape": "Text" } }, "Counts": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Count" } },
        "Part": { "type": "structure", "members": { "size": { "shape": "Size" } } }, "Parts": { "type": "list", "member": { "shape": "Part" } },
        "Colour": { "type": "string", "enum": ["red", "dark-blue", "default"] }, "Secret": { "type": "string", "sensitive": true }
        """;

    [Theory]
    [InlineData("Text", "string? Value")]
    [InlineData("Count", "int? Value")]
    [InlineData("Size", "long? Value")]
    [InlineData("Share", "double? Value")]
    [InlineData("Flag", "bool? Value")]
    [InlineData("Moment", "global::System.DateTimeOffset? Value")]
    [InlineData("Bytes", "global::System.ReadOnlyMemory<byte>? Value")]
    [InlineData("Body", "global::System.IO.Stream? Value")]
    [InlineData("Texts", "global::System.Collections.Generic.IReadOnlyList<string>? Value")]
    [InlineData("Counts", "global::System.Collections.Generic.IReadOnlyDictionary<string, int>? Value")]
    [InlineData("Parts", "global::System.Collections.Generic.IReadOnlyList<Part>? Value")]
    [InlineData("Part", "Part? Value")]
    [InlineData("Colour", "Colour? Value")]
    public void A_member_that_may_be_left_out_is_nullable(string shape, string property)
    {
        var generation = Generation.Of($$"""  "value": { "shape": "{{shape}}" } """, Scalars);

        generation.Faults().ShouldBeEmpty();
        generation.Source("Shapes.g.cs").ShouldContain($"    public {property} {{ get; init; }}\n");
    }

    [Fact]
    public void A_member_that_is_required_must_be_given()
    {
        const string shapes = Scalars + """, "Named": { "type": "structure", "required": ["name"], "members": { "name": { "shape": "Text" } } } """;

        Generation.Of(""" "named": { "shape": "Named" } """, shapes).Source("Shapes.g.cs").ShouldContain("/// <summary>Required.</summary>\n    public required string Name { get; init; }");
    }

    [Fact]
    public void Constraints_are_told()
    {
        const string shapes = """
            "Name": { "type": "string", "min": 1, "max": 9, "pattern": "[a-z<]+" }, "Colour": { "type": "string", "enum": ["red", "blue"] },
            "Many": { "type": "list", "min": 1, "max": 3, "member": { "shape": "Name" } }
            """;
        var source = Generation.Of(""" "name": { "shape": "Name" }, "colour": { "shape": "Colour" }, "many": { "shape": "Many" } """, shapes).Source("Shapes.g.cs");

        source.ShouldContain("/// <summary>What <c>Do</c> takes.</summary>\npublic sealed record DoInput");
        source.ShouldContain("/// <summary>1 to 9 characters; matches <c>[a-z&lt;]+</c>.</summary>\n    public string? Name");
        source.ShouldContain("/// <summary>One of <c>red</c>, <c>blue</c>.</summary>\n    public Colour? Colour");
        source.ShouldContain("/// <summary>1 to 3 elements; each 1 to 9 characters, matches <c>[a-z&lt;]+</c>.</summary>\n");
    }

    [Fact]
    public void Names_that_C_sharp_has_itself_are_names_all_the_same()
    {
        const string members = """
            "class": { "shape": "Text" }, "doInput": { "shape": "Text" }, "toString": { "shape": "Text" }, "with-dash": { "shape": "Text" }, "9": { "shape": "Text" },
            "object": { "shape": "object" }, "Colour": { "shape": "Colour" }
            """;
        const string shapes = Scalars + """, "object": { "type": "structure", "members": { "event": { "shape": "Text" } } } """;
        using var made = Made.Of(Generation.Of(members, shapes));

        var json = """{"class":"a","doInput":"b","toString":"c","with-dash":"d","9":"e","object":{"event":"f"},"Colour":"default"}""";
        made.Write(made.Read("DoInput", json)).ShouldBe(json);
    }

    [Fact]
    public void Enums_are_the_model_s_names_on_the_wire()
    {
        using var made = Made.Of(Generation.Of(""" "one": { "shape": "Colour" }, "other": { "shape": "Colour" } """, Scalars));

        var value = made.Read("DoInput", """{"one":"dark-blue","other":"red"}""");

        made.Write(value).ShouldBe("""{"one":"dark-blue","other":"red"}""");
        value.GetType().GetProperty("Other")!.GetValue(value)!.ToString().ShouldBe("red");
    }

    [Fact]
    public void What_is_secret_is_written_and_not_shown()
    {
        using var made = Made.Of(Generation.Of(""" "user": { "shape": "Text" }, "password": { "shape": "Secret" } """, Scalars));

        var value = made.Read("DoInput", """{"user":"ann","password":"opensesame"}""");

        value.ToString().ShouldBe("DoInput { User = ann, Password = *** }");
        made.Write(value).ShouldContain("opensesame");
    }

    [Fact]
    public void A_structure_may_contain_itself()
    {
        const string shapes = """ "Tree": { "type": "structure", "members": { "branches": { "shape": "Trees" } } }, "Trees": { "type": "list", "member": { "shape": "Tree" } } """;
        using var made = Made.Of(Generation.Of(""" "root": { "shape": "Tree" } """, shapes));

        const string json = """{"root":{"branches":[{"branches":[]},{}]}}""";
        made.Write(made.Read("DoInput", json)).ShouldBe(json);
    }

    [Fact]
    public void Moments_maps_and_bytes_are_read_and_written()
    {
        using var made = Made.Of(Generation.Of(""" "at": { "shape": "Moment" }, "counts": { "shape": "Counts" }, "bytes": { "shape": "Bytes" } """, Scalars));

        const string json = """{"at":"2026-01-02T03:04:05+00:00","counts":{"Any Key":1},"bytes":"AQI="}""";
        made.Write(made.Read("DoInput", json)).ShouldBe(json);
    }

    [Fact]
    public void What_no_operation_reaches_is_not_made() => Generation.Of(""" "text": { "shape": "Text" } """, Scalars).Source("Shapes.g.cs").ShouldNotContain("Part");
}
