/** Typed arrays that grow: tens of millions of numbers in the space that they need, where a list takes three times as much. */

interface Numbers {
  readonly length: number;
  [at: number]: number;
  set(from: this): void;
  slice(from: number, to: number): this;
}

/** A list of numbers of one type. */
export class Growing<List extends Numbers> {
  /** How many numbers there are. */
  length = 0;
  private values: List;
  private readonly make: (length: number) => List;

  /** @param make Makes the array: `(length) => new Int32Array(length)`. */
  constructor(make: (length: number) => List) {
    this.make = make;
    this.values = make(1 << 16);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = this.make(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  at(place: number): number {
    return this.values[place]!;
  }

  put(place: number, value: number): void {
    this.values[place] = value;
  }

  /** The first so many numbers; by default all of them. */
  taken(length = this.length): List {
    return this.values.slice(0, length);
  }
}
